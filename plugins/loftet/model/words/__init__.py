"""The closed lists of Löftet: every word an assessment, a reason or a kind may take, with its meaning.

*Så räknar vi* prints these lists and those of `statuses`.
"""
