import statistics as st
from fractions import Fraction


def show(x):
    return "%.12g" % x if isinstance(x, float) else repr(x)


DATA = [[1, 2, 3, 4], [1, 2, 4], [2.5, 3.25, 5.5, 11.25, 11.75], [1], [3, 1, 2, 2, 5, 5, 9], [-1.5, 0, 2.25], [1e16, 1, -1e16], [Fraction(1, 2), Fraction(3, 4)], [0.1] * 10, [True, False]]
FUNCTIONS = ["mean", "fmean", "median", "median_low", "median_high", "median_grouped", "mode", "multimode", "variance", "pvariance", "stdev", "pstdev", "harmonic_mean", "geometric_mean", "quantiles"]
for data in DATA:
    for name in FUNCTIONS:
        try:
            result = getattr(st, name)(data)
            print(name, [show(x) for x in result] if isinstance(result, list) else show(result), end="; ")
        except Exception as e:
            print(name, type(e).__name__, e if isinstance(e, st.StatisticsError) else "", end="; ")
    print()
for name in FUNCTIONS:
    try:
        print(getattr(st, name)([]))
    except st.StatisticsError as e:
        print(name, e)
print(st.mode(["red", "blue", "red"]), st.multimode("aabbc"), [show(x) for x in st.quantiles(range(1, 20), n=10)], [show(x) for x in st.quantiles([1, 2, 3, 4, 5], method="inclusive")], st.mean(x for x in (1, 2, 6)))
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(show(st.correlation(x, y)), show(st.covariance(x, y)), [show(v) for v in st.linear_regression(x, y)], [show(v) for v in st.linear_regression(x, y, proportional=True)], show(st.fmean([1, 2, 3], [1, 1, 2])), show(st.harmonic_mean([40, 60], weights=[5, 30])))
n = st.NormalDist(100, 15)
print(n, show(n.mean), show(n.stdev), show(n.variance), show(n.pdf(110)), show(n.cdf(110)), "%.9g" % n.inv_cdf(0.975), ["%.9g" % q for q in n.quantiles()], show(n.zscore(130)), n + 5, n * 2, n == st.NormalDist(100, 15), st.NormalDist.from_samples([1, 2, 3, 4]).mean)
print(show(st.variance([1, 2, 3], 2)), show(st.pstdev([1, 2, 3], 2)), issubclass(st.StatisticsError, ValueError))
