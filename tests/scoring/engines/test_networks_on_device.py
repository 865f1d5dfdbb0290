"""On the CPU photos share the networks of the process; a device has its own."""

from scoring.engines.exposure_engine import exposure_engine
from scoring.engines.networks_on_device import networks_on
from scoring.engines.picture_networks import ON_CPU
from scoring.engines.saliency_engine import saliency_engine


def test_the_cpu_has_the_networks_of_the_process():
    networks = networks_on("cpu")
    assert networks is ON_CPU
    assert networks.saliency() is saliency_engine()
    assert networks.exposure() is exposure_engine()


def test_both_precisions_of_a_gpu_have_the_same_networks_there(monkeypatch):
    monkeypatch.setattr("scoring.engines.torch_cuda.open_networks.open_places", lambda device: ("opened on", device))
    assert networks_on("cuda") == networks_on("cuda-full") == ("opened on", "cuda")
