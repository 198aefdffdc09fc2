"""What the three desks do, without their windows."""
