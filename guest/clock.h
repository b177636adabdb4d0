// clock.h - what upstream's module time gets from us; included by modtime.c.
#ifndef VITRINE_GUEST_CLOCK_H
#define VITRINE_GUEST_CLOCK_H

#include "py/obj.h"

void mp_time_sleep(mp_obj_t seconds);

MP_DECLARE_CONST_FUN_OBJ_0(vitrine_time_obj);
MP_DECLARE_CONST_FUN_OBJ_0(vitrine_time_ns_obj);
MP_DECLARE_CONST_FUN_OBJ_0(vitrine_monotonic_obj);
MP_DECLARE_CONST_FUN_OBJ_0(vitrine_monotonic_ns_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_gmtime_obj);
MP_DECLARE_CONST_FUN_OBJ_1(vitrine_mktime_obj);

// Nobody has told the guest of a time zone: local time is UTC.
#define VITRINE_TIME_GLOBALS \
    { MP_ROM_QSTR(MP_QSTR_time), MP_ROM_PTR(&vitrine_time_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_time_ns), MP_ROM_PTR(&vitrine_time_ns_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_monotonic), MP_ROM_PTR(&vitrine_monotonic_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_monotonic_ns), MP_ROM_PTR(&vitrine_monotonic_ns_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_perf_counter), MP_ROM_PTR(&vitrine_monotonic_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_perf_counter_ns), MP_ROM_PTR(&vitrine_monotonic_ns_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_process_time), MP_ROM_PTR(&vitrine_monotonic_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_gmtime), MP_ROM_PTR(&vitrine_gmtime_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_localtime), MP_ROM_PTR(&vitrine_gmtime_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_mktime), MP_ROM_PTR(&vitrine_mktime_obj) },

#endif
