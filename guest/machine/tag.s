# tag.s - the exception tag of longjmp: one i32, the jmp_buf's env and value.
	.globl	__c_longjmp
	.tagtype	__c_longjmp i32
__c_longjmp:
