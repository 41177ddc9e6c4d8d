"""What is kept between builds, so that nothing that was published disappears.

`publicerat/` beside the editor's folder holds the address ledger (adresser.jsonl), an edition of each
published follow-up (utgavor/), and the log of publications (logg.jsonl). Nobody writes there by hand.
"""
