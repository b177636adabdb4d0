// clock.c - time as the guest sees it: the module _time. lib/time.py has the rest.
//
// Two clocks: the guest's own, which follows the steps and what was slept and
// is the same in every run; and the wall clock, which has to be granted.
#include <math.h>

#include "pause.h"
#include "machine/port.h"
#include "py/objtuple.h"
#include "py/smallint.h"
#include "py/runtime.h"

#define NS_PER_S 1000000000u
#define SECONDS_PER_DAY 86400

// For asyncio.
mp_uint_t mp_hal_ticks_ms(void) {
    return door_ticks() / 1000000;
}

// Ticks wrap, as upstream's do.
#define TICKS_PERIOD ((mp_uint_t)MICROPY_PY_TIME_TICKS_PERIOD)

static mp_obj_t ticks(uint64_t unit) {
    return MP_OBJ_NEW_SMALL_INT(door_ticks() / unit & (TICKS_PERIOD - 1));
}

static mp_obj_t clock_ticks_ms(void) {
    return ticks(1000000);
}
static MP_DEFINE_CONST_FUN_OBJ_0(clock_ticks_ms_obj, clock_ticks_ms);

static mp_obj_t clock_ticks_us(void) {
    return ticks(1000);
}
static MP_DEFINE_CONST_FUN_OBJ_0(clock_ticks_us_obj, clock_ticks_us);

static mp_obj_t clock_ticks_cpu(void) {
    return ticks(1);
}
static MP_DEFINE_CONST_FUN_OBJ_0(clock_ticks_cpu_obj, clock_ticks_cpu);

static mp_obj_t clock_ticks_diff(mp_obj_t end, mp_obj_t start) {
    mp_uint_t between = (mp_uint_t)mp_obj_get_int(end) - (mp_uint_t)mp_obj_get_int(start);
    mp_int_t half = TICKS_PERIOD / 2;
    return MP_OBJ_NEW_SMALL_INT((mp_int_t)((between + half) & (TICKS_PERIOD - 1)) - half);
}
static MP_DEFINE_CONST_FUN_OBJ_2(clock_ticks_diff_obj, clock_ticks_diff);

static mp_obj_t clock_ticks_add(mp_obj_t start, mp_obj_t delta) {
    mp_uint_t between = mp_obj_get_int(delta);
    if (between + TICKS_PERIOD / 2 - 1 >= TICKS_PERIOD - 1) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("ticks interval overflow"));
    }
    return MP_OBJ_NEW_SMALL_INT((mp_obj_get_int(start) + between) & (TICKS_PERIOD - 1));
}
static MP_DEFINE_CONST_FUN_OBJ_2(clock_ticks_add_obj, clock_ticks_add);

static mp_obj_t pause(mp_code_state_t *frame, uint64_t ns) {
    return vitrine_pause(frame, MP_OBJ_NULL, ns, PAUSE_UNTIL);
}

static mp_obj_t clock_sleep(mp_code_state_t *frame, mp_obj_t seconds) {
    mp_float_t s = mp_obj_get_float(seconds);
    if (isnan(s) || s < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("sleep length must be non-negative"));
    }
    // About 292 years are for ever.
    return pause(frame, s < 9e9 ? (uint64_t)(s * NS_PER_S) : INT64_MAX);
}
static const pause_function_t clock_sleep_obj = {{&vitrine_pause_function_type}, clock_sleep};

static mp_obj_t clock_sleep_ms(mp_code_state_t *frame, mp_obj_t ms) {
    mp_int_t n = mp_obj_get_int(ms);
    return pause(frame, n > 0 ? (uint64_t)n * 1000000 : 0);
}
static const pause_function_t clock_sleep_ms_obj = {{&vitrine_pause_function_type}, clock_sleep_ms};

static mp_obj_t clock_sleep_us(mp_code_state_t *frame, mp_obj_t us) {
    mp_int_t n = mp_obj_get_int(us);
    return pause(frame, n > 0 ? (uint64_t)n * 1000 : 0);
}
static const pause_function_t clock_sleep_us_obj = {{&vitrine_pause_function_type}, clock_sleep_us};

static uint64_t clock_now(void) {
    uint64_t ns = door_clock();
    if (ns == 0) {
        vitrine_raise_permission("the clock is not granted (grant: clock)");
    }
    return ns;
}

static mp_obj_t clock_time(void) {
    return mp_obj_new_float((mp_float_t)clock_now() / NS_PER_S);
}
static MP_DEFINE_CONST_FUN_OBJ_0(clock_time_obj, clock_time);

static mp_obj_t clock_time_ns(void) {
    return mp_obj_new_int_from_ull(clock_now());
}
static MP_DEFINE_CONST_FUN_OBJ_0(clock_time_ns_obj, clock_time_ns);

static mp_obj_t clock_monotonic(void) {
    return mp_obj_new_float((mp_float_t)door_ticks() / NS_PER_S);
}
static MP_DEFINE_CONST_FUN_OBJ_0(clock_monotonic_obj, clock_monotonic);

static mp_obj_t clock_monotonic_ns(void) {
    return mp_obj_new_int_from_ull(door_ticks());
}
static MP_DEFINE_CONST_FUN_OBJ_0(clock_monotonic_ns_obj, clock_monotonic_ns);

// --- the calendar: proleptic Gregorian, days counted from 1970-01-01 ---

static int64_t days_from_date(int64_t y, int m, int64_t d) {
    y -= m <= 2;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static void date_from_days(int64_t days, int64_t *y, int *m, int *d) {
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era
        = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted = (5 * day_of_year + 2) / 153;
    *d = day_of_year - (153 * shifted + 2) / 5 + 1;
    *m = shifted + (shifted < 10 ? 3 : -9);
    *y = year_of_era + era * 400 + (*m <= 2);
}

static mp_obj_t clock_gmtime(size_t n_args, const mp_obj_t *args) {
    mp_float_t seconds;
    if (n_args == 0 || args[0] == mp_const_none) {
        seconds = clock_now() / NS_PER_S;
    } else {
        seconds = MICROPY_FLOAT_C_FUN(floor)(mp_obj_get_float(args[0]));
    }
    if (!(seconds > -62135596801.0 && seconds < 253402300800.0)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("year is out of range"));
    }
    int64_t s = (int64_t)seconds;
    int64_t days = (s >= 0 ? s : s - SECONDS_PER_DAY + 1) / SECONDS_PER_DAY;
    int rest = s - days * SECONDS_PER_DAY;
    int64_t y;
    int m, d;
    date_from_days(days, &y, &m, &d);
    int values[9] = {
        y, m, d, rest / 3600, rest / 60 % 60, rest % 60,
        ((days + 3) % 7 + 7) % 7, days - days_from_date(y, 1, 1) + 1, 0,
    };
    mp_obj_t items[9];
    for (size_t i = 0; i < 9; ++i) {
        items[i] = MP_OBJ_NEW_SMALL_INT(values[i]);
    }
    return mp_obj_new_tuple(9, items);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(clock_gmtime_obj, 0, 1, clock_gmtime);

static mp_obj_t clock_mktime(mp_obj_t tuple) {
    size_t len;
    mp_obj_t *items;
    if (mp_obj_is_exact_type(tuple, &mp_type_list)) {
        mp_obj_list_get(tuple, &len, &items);
    } else {
        mp_obj_tuple_get(tuple, &len, &items); // or what gmtime() returns
    }
    if (len < 8 || len > 9) {
        mp_raise_TypeError(MP_ERROR_TEXT("mktime needs a tuple of length 8 or 9"));
    }
    int64_t v[6];
    for (size_t i = 0; i < 6; ++i) {
        v[i] = mp_obj_get_int(items[i]);
    }
    // Months beyond 1 to 12 carry into the year.
    int64_t months = v[0] * 12 + v[1] - 1;
    int64_t y = (months >= 0 ? months : months - 11) / 12;
    int64_t days = days_from_date(y, months - y * 12 + 1, v[2]);
    return mp_obj_new_int_from_ll(((days * 24 + v[3]) * 60 + v[4]) * 60 + v[5]);
}
static MP_DEFINE_CONST_FUN_OBJ_1(clock_mktime_obj, clock_mktime);

// --- the module ---

static const mp_rom_map_elem_t time_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__time) },
    { MP_ROM_QSTR(MP_QSTR_time), MP_ROM_PTR(&clock_time_obj) },
    { MP_ROM_QSTR(MP_QSTR_time_ns), MP_ROM_PTR(&clock_time_ns_obj) },
    { MP_ROM_QSTR(MP_QSTR_monotonic), MP_ROM_PTR(&clock_monotonic_obj) },
    { MP_ROM_QSTR(MP_QSTR_monotonic_ns), MP_ROM_PTR(&clock_monotonic_ns_obj) },
    { MP_ROM_QSTR(MP_QSTR_gmtime), MP_ROM_PTR(&clock_gmtime_obj) },
    { MP_ROM_QSTR(MP_QSTR_mktime), MP_ROM_PTR(&clock_mktime_obj) },
    { MP_ROM_QSTR(MP_QSTR_sleep), MP_ROM_PTR(&clock_sleep_obj) },
    { MP_ROM_QSTR(MP_QSTR_sleep_ms), MP_ROM_PTR(&clock_sleep_ms_obj) },
    { MP_ROM_QSTR(MP_QSTR_sleep_us), MP_ROM_PTR(&clock_sleep_us_obj) },
    { MP_ROM_QSTR(MP_QSTR_ticks_ms), MP_ROM_PTR(&clock_ticks_ms_obj) },
    { MP_ROM_QSTR(MP_QSTR_ticks_us), MP_ROM_PTR(&clock_ticks_us_obj) },
    { MP_ROM_QSTR(MP_QSTR_ticks_cpu), MP_ROM_PTR(&clock_ticks_cpu_obj) },
    { MP_ROM_QSTR(MP_QSTR_ticks_add), MP_ROM_PTR(&clock_ticks_add_obj) },
    { MP_ROM_QSTR(MP_QSTR_ticks_diff), MP_ROM_PTR(&clock_ticks_diff_obj) },
};
static MP_DEFINE_CONST_DICT(time_globals, time_globals_table);

const mp_obj_module_t vitrine_module_time = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&time_globals,
};
MP_REGISTER_MODULE(MP_QSTR__time, vitrine_module_time);
