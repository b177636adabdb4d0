# packages: pluggy==1.5.0 blinker==1.9.0
import pluggy
from blinker import Namespace, signal

spec, impl = pluggy.HookspecMarker("my"), pluggy.HookimplMarker("my")


class Spec:
    @spec
    def total(self, a, b):
        """Adds."""

    @spec(firstresult=True)
    def first(self, x):
        """Finds."""


class One:
    @impl
    def total(self, a, b):
        return a + b

    @impl(tryfirst=True)
    def first(self, x):
        return None


class Two:
    @impl
    def total(self, a):
        return a * 2

    @impl
    def first(self, x):
        return x

    @impl(wrapper=True, specname="total")
    def around(self):
        return (yield) + ["wrapped"]


pm = pluggy.PluginManager("my")
pm.add_hookspecs(Spec)
pm.register(One())
pm.register(Two(), name="two")
print(pm.hook.total(a=1, b=2), pm.hook.first(x=5), pm.has_plugin("two"), len(pm.get_plugins()))
started = Namespace().signal("started", doc="x")


@started.connect
def heard(sender, **data):
    print("heard", sender, data)
    return 1


print(len(started.send("me", n=2)), bool(started.receivers), signal("a") is signal("a"))
