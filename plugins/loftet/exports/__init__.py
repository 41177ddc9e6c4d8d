"""Files for machines made from the register, one module each."""
