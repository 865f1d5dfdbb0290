"""How the rating network is run: `onnx_cpu` by default, `torch_cuda` on a GPU. One protocol, equal results."""
