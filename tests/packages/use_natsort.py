# packages: natsort==8.4.0
from natsort import humansorted, natsort_keygen, natsorted, ns, index_natsorted, os_sorted, realsorted

print(natsorted(["a10", "a9", "a1", "b2"]), realsorted(["num5.10", "num-3", "num5.3", "num2"]), natsorted(["B1", "a2", "A1"], alg=ns.IGNORECASE))
print(sorted(["x12", "x2"], key=natsort_keygen()), index_natsorted(["f10", "f9"]), natsorted(["/p/Folder (10)/f", "/p/Folder/f", "/p/Folder (1)/f"], alg=ns.PATH), natsorted(["4", 6, "3.5"]))
