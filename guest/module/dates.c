// dates.c - the module _dates: days and microseconds counted from the first of
// January of the year 1, and the fields of a calendar that they come to.
//
// datetime.py holds counts and makes fields of them when they are asked for. All
// that comes in is checked here: what goes out of moment() went in by stamp().
#include <stdint.h>

#include "py/objint.h"
#include "py/runtime.h"
#include "py/smallint.h"
#include "type/argument.h"

#define DAY INT64_C(86400000000)
#define LAST 3652059 // the last of December of the year 9999

static const mp_int_t before_month[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

static bool is_leap(mp_int_t y) {
    return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

// The first of January of the year 1 is day 1.
static mp_int_t day_of(mp_int_t y, mp_int_t m, mp_int_t d) {
    mp_int_t leaps = y - (m < 3); // years of which a 29th of February went by
    return 365 * (y - 1) + leaps / 4 - leaps / 100 + leaps / 400 + before_month[m] + d;
}

static void split_day(mp_int_t n, mp_int_t *fields) {
    // Guesses that are right or one off: 400 years have 146097 days.
    mp_int_t year = (n - 1) * INT64_C(400) / 146097 + 1;
    year += day_of(year + 1, 1, 1) <= n;
    year -= day_of(year, 1, 1) > n;
    mp_int_t month = (n - day_of(year, 1, 1)) / 32 + 1;
    month += month < 12 && day_of(year, month + 1, 1) <= n;
    fields[0] = year;
    fields[1] = month;
    fields[2] = n - day_of(year, month, 1) + 1;
}

static mp_obj_t new_int(int64_t value) {
    return value >= MP_SMALL_INT_MIN && value <= MP_SMALL_INT_MAX ? MP_OBJ_NEW_SMALL_INT(value)
        : mp_obj_new_int_from_ll(value);
}

// False: not an int, or of more bits than any count has.
static bool count_of(mp_obj_t o, int64_t *value) {
    if (mp_obj_is_small_int(o)) {
        *value = MP_OBJ_SMALL_INT_VALUE(o);
        return true;
    }
    if (!mp_obj_is_exact_type(o, &mp_type_int)) {
        return false;
    }
    const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(o))->mpz;
    int64_t size = 0;
    for (size_t i = z->len; i-- > 0;) {
        if (size >> (62 - MPZ_DIG_SIZE)) {
            return false;
        }
        size = size << MPZ_DIG_SIZE | z->dig[i];
    }
    *value = z->neg ? -size : size;
    return true;
}

static mp_obj_t new_tuple(size_t n, const mp_int_t *fields) {
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(n, NULL));
    for (size_t i = 0; i < n; ++i) {
        tuple->items[i] = MP_OBJ_NEW_SMALL_INT(fields[i]);
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static NORETURN void refuse(mp_rom_error_text_t text) {
    mp_raise_ValueError(text);
}

static mp_int_t field(mp_obj_t o) {
    return mp_obj_is_small_int(o) ? MP_OBJ_SMALL_INT_VALUE(o) : vitrine_index(o);
}

static mp_int_t checked_day(const mp_obj_t *args) {
    static const qstr names[] = {MP_QSTR_year, MP_QSTR_month, MP_QSTR_day};
    mp_int_t fields[3];
    for (int i = 0; i < 3; ++i) {
        if (args[i] == mp_const_none) {
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("function missing required argument '%q' (pos %d)"), names[i], i + 1);
        }
        fields[i] = field(args[i]);
    }
    mp_int_t y = fields[0], m = fields[1], d = fields[2];
    if (y < 1 || y > 9999) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("year %d is out of range"), (int)y);
    }
    if (m < 1 || m > 12) {
        refuse(MP_ERROR_TEXT("month must be in 1..12"));
    }
    if (d < 1 || d > before_month[m + 1] - before_month[m] + (m == 2 && is_leap(y))) {
        refuse(MP_ERROR_TEXT("day is out of range for month"));
    }
    return day_of(y, m, d);
}

// ordinal(year, month, day): its day.
static mp_obj_t dates_ordinal(mp_obj_t y, mp_obj_t m, mp_obj_t d) {
    mp_obj_t args[] = {y, m, d};
    return MP_OBJ_NEW_SMALL_INT(checked_day(args));
}
static MP_DEFINE_CONST_FUN_OBJ_3(dates_ordinal_obj, dates_ordinal);

static int64_t checked_clock(const mp_obj_t *args) {
    mp_int_t h = field(args[0]), m = field(args[1]), s = field(args[2]), us = field(args[3]);
    if (h < 0 || h > 23) {
        refuse(MP_ERROR_TEXT("hour must be in 0..23"));
    }
    if (m < 0 || m > 59) {
        refuse(MP_ERROR_TEXT("minute must be in 0..59"));
    }
    if (s < 0 || s > 59) {
        refuse(MP_ERROR_TEXT("second must be in 0..59"));
    }
    if (us < 0 || us > 999999) {
        refuse(MP_ERROR_TEXT("microsecond must be in 0..999999"));
    }
    return INT64_C(1000000) * ((h * 60 + m) * 60 + s) + us;
}

// clock(hour, minute, second, microsecond): microseconds of the day.
static mp_obj_t dates_clock(size_t n_args, const mp_obj_t *args) {
    return new_int(checked_clock(args));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_clock_obj, 4, 4, dates_clock);

// stamp(year, month, day, hour, minute, second, microsecond): microseconds.
static mp_obj_t dates_stamp(size_t n_args, const mp_obj_t *args) {
    mp_int_t day = checked_day(args);
    return new_int((day - 1) * DAY + checked_clock(args + 3));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_stamp_obj, 7, 7, dates_stamp);

static NORETURN void out_of_range(void) {
    mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("date value out of range"));
}

// fields(day): year, month, day.
static mp_obj_t dates_fields(mp_obj_t day) {
    int64_t n;
    if (!count_of(day, &n) || n < 1 || n > LAST) {
        out_of_range();
    }
    mp_int_t fields[3];
    split_day(n, fields);
    return new_tuple(3, fields);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dates_fields_obj, dates_fields);

// moment(microseconds): year, month, day, hour, minute, second, microsecond.
static mp_obj_t dates_moment(mp_obj_t count) {
    int64_t us;
    if (!count_of(count, &us) || us < 0 || us >= LAST * DAY) {
        out_of_range();
    }
    mp_int_t fields[7], seconds = us % DAY / 1000000;
    split_day(us / DAY + 1, fields);
    fields[3] = seconds / 3600;
    fields[4] = seconds / 60 % 60;
    fields[5] = seconds % 60;
    fields[6] = us % 1000000;
    return new_tuple(7, fields);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dates_moment_obj, dates_moment);

// span(days, seconds, microseconds, milliseconds, minutes, hours, weeks): that in
// microseconds, or None if one of them is not an int or is large.
static mp_obj_t dates_span(size_t n_args, const mp_obj_t *args) {
    static const int64_t units[] = {DAY, 1000000, 1, 1000, 60000000, INT64_C(3600000000), 7 * DAY};
    int64_t sum = 0;
    for (size_t i = 0; i < n_args; ++i) {
        int64_t n;
        if (!count_of(args[i], &n) || __builtin_mul_overflow(n, units[i], &n) || __builtin_add_overflow(sum, n, &sum)) {
            return mp_const_none;
        }
    }
    return new_int(sum);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_span_obj, 7, 7, dates_span);

static const mp_rom_map_elem_t dates_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__dates) },
    { MP_ROM_QSTR(MP_QSTR_clock), MP_ROM_PTR(&dates_clock_obj) },
    { MP_ROM_QSTR(MP_QSTR_fields), MP_ROM_PTR(&dates_fields_obj) },
    { MP_ROM_QSTR(MP_QSTR_moment), MP_ROM_PTR(&dates_moment_obj) },
    { MP_ROM_QSTR(MP_QSTR_ordinal), MP_ROM_PTR(&dates_ordinal_obj) },
    { MP_ROM_QSTR(MP_QSTR_span), MP_ROM_PTR(&dates_span_obj) },
    { MP_ROM_QSTR(MP_QSTR_stamp), MP_ROM_PTR(&dates_stamp_obj) },
};
static MP_DEFINE_CONST_DICT(dates_globals, dates_globals_table);

const mp_obj_module_t vitrine_module_dates = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&dates_globals,
};
MP_REGISTER_MODULE(MP_QSTR__dates, vitrine_module_dates);
