"""What publishing keeps and how it swaps: address ledger, editions, and one site for another in one step."""
