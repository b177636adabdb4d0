# packages: tqdm==4.70.1
import io

from tqdm import tqdm, trange

out = io.StringIO()
print(sum(tqdm(range(10), file=out, mininterval=0, bar_format="{l_bar}{bar:10}| {n_fmt}/{total_fmt}", ascii=True)))
print(out.getvalue().split("\r")[-1])
print(tqdm.format_sizeof(123456), tqdm.format_interval(3700), tqdm.format_meter(5, 10, 2, ncols=60, ascii=True))
with tqdm(total=3, file=io.StringIO(), desc="d") as bar:
    bar.update(2)
    bar.set_postfix(a=1)
    print(bar.n, bar.desc)
