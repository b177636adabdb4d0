# packages: transitions==0.9.2 six==1.17.0
from transitions import Machine, MachineError


class Matter:
    def on_enter_gas(self):
        print("rising")

    def hot(self):
        return True


lump = Matter()
machine = Machine(lump, states=["solid", "liquid", "gas"], initial="solid")
machine.add_transition("melt", "solid", "liquid", before=lambda: print("softer"))
machine.add_transition("boil", "liquid", "gas", conditions="hot")
machine.add_transition("reset", "*", "solid")
print(lump.melt(), lump.state, lump.is_liquid(), lump.boil(), lump.state, machine.get_triggers("gas"))
try:
    lump.melt()
except MachineError as e:
    print(e)
print(lump.reset(), lump.to_gas(), lump.may_melt())
