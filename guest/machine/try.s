# try.s - vm_loop with what it throws caught: 99 if something was.
#
# The innermost nlr_push is always the one that is jumped to, so there is
# nothing to compare, and nothing to save but the stack pointer.
	.functype	vm_loop (i32, i32) -> (i32)
	.functype	vm_try (i32, i32) -> (i32)
	.tagtype	__c_longjmp i32
	.globaltype	__stack_pointer, i32
	.section	.text.vm_try,"",@
	.globl	vm_try
	.type	vm_try,@function
vm_try:
	.functype	vm_try (i32, i32) -> (i32)
	.local	i32
	global.get	__stack_pointer
	local.set	2
	try	i32
	local.get	0
	local.get	1
	call	vm_loop
	catch	__c_longjmp
	drop
	local.get	2
	global.set	__stack_pointer
	i32.const	99
	end_try
	end_function
