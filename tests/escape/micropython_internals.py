# Nothing that shows or shakes the machine from inside.
import micropython

found = []
for name in ("mem_info", "qstr_info", "stack_use", "heap_lock", "heap_unlock", "heap_locked",
             "schedule",
             "kbd_intr", "mem_total", "mem_peak", "mem_current", "alloc_emergency_exception_buf"):
    if hasattr(micropython, name):
        found.append(name)
print([n for n in found if n in ("mem_info", "qstr_info", "stack_use", "schedule",
                                 "kbd_intr")])  # expect: []
