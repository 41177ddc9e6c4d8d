"""What every test shares: property tests that say the same each time, however slow the machine is."""

from hypothesis import settings

settings.register_profile("loftet", deadline=None, derandomize=True, database=None)
settings.load_profile("loftet")
