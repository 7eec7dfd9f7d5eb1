"""What the disk and the system are asked for: lasting writes, scratch folders, processes."""
