# error: ExceptionGroup
# A group whose list of exceptions holds the group: the tree that is told ends.
members = [ValueError(1)]
group = ExceptionGroup("g", members)
for _ in range(30):
    members.append(group)
raise group
