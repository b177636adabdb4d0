# Unbound methods of native types called with what is not one of them.
# outcome: raised
list.append(1, 2)
