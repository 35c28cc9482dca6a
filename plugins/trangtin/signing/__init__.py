"""What one attached file is: its bytes, its pages; never what a plan means."""
