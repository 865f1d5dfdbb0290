"""Networks on a CUDA device, many photos at once; importing any of it loads torch. Everything runs on torch's CPU too: in tests."""
