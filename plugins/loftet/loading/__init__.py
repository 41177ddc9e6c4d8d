"""From a folder of YAML to a Register: `register, problems = load(folder)`."""

from loftet.loading.register import load

__all__ = ["load"]
