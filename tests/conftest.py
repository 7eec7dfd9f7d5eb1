import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
