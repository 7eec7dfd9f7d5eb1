"""Services of disk and operating system: lasting writes, scratch folders, processes."""
