// map.c - the tables of dicts, instances, modules and sets; takes upstream's place.
//
// A map is an array of entries in the order in which they were added, so any
// walk over its filled slots is in that order. Up to SMALL entries whose keys
// are atoms (interned strings and small integers, equal only if identical) are
// searched as they lie: `is_ordered`, which all tables in ROM are, too. Other
// maps have more behind the entries, in the same block: their hashes and an
// open-addressed index. What was deleted leaves a tombstone, so that a walk can
// go on, until the next rebuild, which comes when as many entries were added as
// there was room for.
//
// `all_keys_are_qstrs` says that all keys are atoms.
//
// A set is a table of CPython's form with CPython's probing, so that sets of
// numbers are in CPython's order.
//
// Nothing here may count on a table after it compared keys: that runs code.
#include "type/map.h"

#include <string.h>

#include "type/hash.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "machine/stop.h"

#define SMALL 8
#define PERTURB 5 // as CPython's: how many bits of the hash each probe brings in
#define NARROW 0x8000

vitrine_instead_t vitrine_instead[INSTEAD_NAMES];

void vitrine_instead_forget(void) {
    memset(vitrine_instead, 0, sizeof(vitrine_instead));
}

typedef struct {
    uint32_t fill;  // the entries from here on are free
    uint32_t first; // none in use before it
    uint32_t spare; // entries that may be added before the next rebuild
    uint32_t mask;  // of the index
    uint32_t hashes[];
} side_t;

static inline bool is_atom(mp_obj_t o) {
    return mp_obj_is_qstr(o) || mp_obj_is_small_int(o);
}

static uint32_t hash_key(mp_obj_t key) {
    uint64_t hash = mp_obj_is_qstr(key) ? qstr_hash(MP_OBJ_QSTR_VALUE(key)) : (uint64_t)vitrine_hash(key);
    return ((uint32_t)hash ^ (uint32_t)(hash >> 32)) | HASH_KEPT;
}

static inline side_t *side_of(const mp_map_t *map) {
    return (side_t *)(map->table + map->alloc);
}

// Numbers of entries, in 16 bits if they fit, with the uppermost bit set; 0 is a
// free place.
static inline uint32_t index_get(const side_t *side, size_t alloc, size_t i) {
    const uint32_t *index = side->hashes + alloc;
    return side->mask < NARROW ? ((const uint16_t *)index)[i] : index[i];
}

static inline size_t index_entry(const side_t *side, uint32_t value) {
    return value & (side->mask < NARROW ? 0x7fff : 0x7fffffff);
}

static inline void index_set(side_t *side, size_t alloc, size_t i, uint32_t entry) {
    uint32_t *index = side->hashes + alloc;
    if (side->mask < NARROW) {
        ((uint16_t *)index)[i] = entry | 0x8000;
    } else {
        index[i] = entry | HASH_KEPT;
    }
}

// The first free place on the way of a hash.
static size_t index_free(const side_t *side, size_t alloc, uint32_t hash) {
    size_t i = hash & side->mask;
    for (uint32_t perturb = hash; index_get(side, alloc, i) != 0;) {
        perturb >>= PERTURB;
        i = (i * 5 + perturb + 1) & side->mask;
    }
    return i;
}

// Sizes of an index are powers of two, of which two thirds are used.
static size_t index_size_for(size_t entries) {
    size_t size = 8;
    while (size * 2 / 3 < entries) {
        size *= 2;
    }
    return size;
}

static void table_free(mp_map_t *map) {
    if (!map->is_fixed) {
        m_del(mp_map_elem_t, map->table, map->alloc);
    }
}

// An empty table with an index, for at least as many entries; not yet in a map.
static void map_index(mp_map_t *map, size_t entries) {
    if (entries > SIZE_MAX / 64) {
        m_malloc_fail(SIZE_MAX);
    }
    size_t size = index_size_for(entries), alloc = size * 2 / 3;
    size_t bytes = alloc * sizeof(mp_map_elem_t) + sizeof(side_t) + alloc * sizeof(uint32_t)
        + size * (size <= NARROW ? sizeof(uint16_t) : sizeof(uint32_t));
    map->table = m_malloc0(bytes);
    map->alloc = alloc;
    map->is_ordered = 0;
    side_t *side = side_of(map);
    side->spare = alloc;
    side->mask = size - 1;
}

static void append_hashed(mp_map_t *map, mp_obj_t key, mp_obj_t value, uint32_t hash) {
    side_t *side = side_of(map);
    size_t at = side->fill++;
    --side->spare;
    map->table[at] = (mp_map_elem_t) {key, value};
    side->hashes[at] = hash;
    index_set(side, map->alloc, index_free(side, map->alloc, hash), at);
}

// Rebuilds the table with an index and room for more than it has.
static void map_rebuild(mp_map_t *map, size_t entries) {
    mp_map_t bigger = *map;
    map_index(&bigger, entries);
    side_t *side = map->is_ordered ? NULL : side_of(map);
    for (size_t i = 0, end = vitrine_map_end(map); i < end; ++i) {
        if (mp_map_slot_is_filled(map, i)) {
            mp_map_elem_t elem = map->table[i];
            append_hashed(&bigger, elem.key, elem.value, side ? side->hashes[i] : hash_key(elem.key));
        }
    }
    table_free(map);
    *map = bigger;
}

void mp_map_init(mp_map_t *map, size_t n) {
    *map = (mp_map_t) {.all_keys_are_qstrs = 1, .is_ordered = 1};
    if (n > SMALL) {
        map_index(map, n);
    } else if (n > 0) {
        map->alloc = (n + 1) & ~(size_t)1;
        map->table = m_new0(mp_map_elem_t, map->alloc);
    }
}

void mp_map_init_fixed_table(mp_map_t *map, size_t n, const mp_obj_t *table) {
    *map = (mp_map_t) {.all_keys_are_qstrs = 1, .is_fixed = 1, .is_ordered = 1, .used = n,
        .alloc = n, .table = (mp_map_elem_t *)table};
}

void mp_map_deinit(mp_map_t *map) {
    table_free(map);
    map->used = map->alloc = 0;
}

void mp_map_clear(mp_map_t *map) {
    vitrine_instead_forget();
    table_free(map);
    mp_map_init(map, 0);
}

size_t vitrine_map_end(const mp_map_t *map) {
    if (!map->is_ordered && map->alloc != 0) {
        return side_of(map)->fill;
    }
    size_t end = map->alloc;
    while (end > 0 && map->table[end - 1].key == MP_OBJ_NULL) {
        --end;
    }
    return end;
}

mp_map_elem_t *vitrine_map_next(const mp_map_t *map, size_t *cursor) {
    size_t i = *cursor, end = map->alloc;
    if (end != 0 && !map->is_ordered) {
        end = side_of(map)->fill;
        i = MAX(i, side_of(map)->first);
    }
    for (; i < end; ++i) {
        if (mp_map_slot_is_filled(map, i)) {
            *cursor = i + 1;
            return &map->table[i];
        }
    }
    return NULL;
}

mp_map_elem_t *vitrine_map_previous(const mp_map_t *map, size_t *cursor) {
    for (size_t i = MIN(*cursor, vitrine_map_end(map)); i-- > 0;) {
        if (mp_map_slot_is_filled(map, i)) {
            *cursor = i;
            return &map->table[i];
        }
    }
    return NULL;
}

void vitrine_map_copy(mp_map_t *map, const mp_map_t *other) {
    mp_map_t copy;
    mp_map_init(&copy, 0);
    if (other->used > 0 && other->is_ordered && other->all_keys_are_qstrs && other->used <= SMALL) {
        mp_map_init(&copy, other->used);
        for (size_t i = 0; i < other->alloc; ++i) {
            if (mp_map_slot_is_filled(other, i)) {
                copy.table[copy.used++] = other->table[i];
            }
        }
    } else if (other->used > 0) {
        copy = *other;
        copy.is_fixed = 1;
        map_rebuild(&copy, other->used + 1);
        copy.is_fixed = 0;
    }
    *map = copy;
}

// What was there is left in the entry for whoever asked, but the key.
void vitrine_map_remove(mp_map_t *map, mp_map_elem_t *elem) {
    --map->used;
    elem->key = MP_OBJ_SENTINEL;
    if (!map->is_ordered) {
        side_t *side = side_of(map);
        while (side->first < side->fill && map->table[side->first].key == MP_OBJ_SENTINEL) {
            ++side->first;
        }
    }
}

void vitrine_map_remove_last(mp_map_t *map, mp_map_elem_t *elem) {
    vitrine_map_remove(map, elem);
    size_t end = vitrine_map_end(map);
    while (end > 0 && map->table[end - 1].key == MP_OBJ_SENTINEL) {
        map->table[--end].key = MP_OBJ_NULL;
    }
    if (!map->is_ordered) {
        side_t *side = side_of(map);
        side->fill = end;
        side->first = MIN(side->first, end);
    }
}

static inline mp_map_elem_t *found(mp_map_t *map, mp_map_elem_t *elem, mp_obj_t key, mp_map_lookup_kind_t kind) {
    size_t at = elem - map->table;
    if (kind == MP_MAP_LOOKUP_REMOVE_IF_FOUND) {
        vitrine_map_remove(map, elem);
        return elem;
    }
    if (at < 256) {
        MAP_SEEN(key) = at;
    }
    return elem;
}

// Searches entries as they lie, by identity.
static inline mp_map_elem_t *find_identical(const mp_map_t *map, mp_obj_t key) {
    mp_map_elem_t *elem = map->table, *end = elem + map->alloc;
    for (; end - elem >= 4; elem += 4) {
        if (elem[0].key == key) {
            return elem;
        }
        if (elem[1].key == key) {
            return elem + 1;
        }
        if (elem[2].key == key) {
            return elem + 2;
        }
        if (elem[3].key == key) {
            return elem + 3;
        }
    }
    for (; elem < end; ++elem) {
        if (elem->key == key) {
            return elem;
        }
    }
    return NULL;
}

// Whether two keys are equal, and the map is still what it was.
typedef enum { DIFFERENT, EQUAL, CHANGED } comparison_t;

static comparison_t compare(const mp_map_t *map, const mp_map_elem_t *elem, mp_obj_t key) {
    const mp_map_t before = *map;
    mp_obj_t candidate = elem->key;
    bool equal = mp_obj_equal(candidate, key);
    if (map->table != before.table || map->alloc != before.alloc || elem->key != candidate) {
        return CHANGED;
    }
    return equal ? EQUAL : DIFFERENT;
}

// Searches by equality. What changes the map meanwhile makes it begin anew.
static mp_map_elem_t *find_equal(mp_map_t *map, mp_obj_t key, uint32_t hash) {
again:;
    mp_map_elem_t *table = map->table;
    size_t alloc = map->alloc;
    if (alloc == 0) {
        return NULL;
    }
    if (map->is_ordered) {
        for (size_t i = 0; i < alloc; ++i) {
            mp_map_elem_t *elem = table + i;
            comparison_t c = elem->key == key ? EQUAL
                : !mp_map_slot_is_filled(map, i) || hash_key(elem->key) != hash ? DIFFERENT
                : compare(map, elem, key);
            if (c == CHANGED) {
                goto again;
            }
            if (c == EQUAL) {
                return elem;
            }
        }
        return NULL;
    }
    const side_t *side = side_of(map);
    bool identical = map->all_keys_are_qstrs && is_atom(key);
    size_t i = hash & side->mask;
    for (uint32_t perturb = hash;;) {
        uint32_t value = index_get(side, alloc, i);
        if (value == 0) {
            return NULL;
        }
        size_t entry = index_entry(side, value);
        mp_map_elem_t *elem = table + entry;
        if (elem->key == key) {
            return elem;
        }
        if (!identical && side->hashes[entry] == hash && mp_map_slot_is_filled(map, entry)) {
            comparison_t c = compare(map, elem, key);
            if (c == CHANGED) {
                goto again;
            }
            if (c == EQUAL) {
                return elem;
            }
        }
        perturb >>= PERTURB;
        i = (i * 5 + perturb + 1) & side->mask;
    }
}

// A free entry at the end of a table without an index.
static mp_map_elem_t *small_place(mp_map_t *map) {
    size_t end = vitrine_map_end(map);
    if (end < map->alloc) {
        return &map->table[end];
    }
    if (map->used < end) {
        size_t to = 0;
        for (size_t from = 0; from < end; ++from) {
            if (mp_map_slot_is_filled(map, from)) {
                map->table[to++] = map->table[from];
            }
        }
        mp_seq_clear(map->table, to, end, sizeof(mp_map_elem_t));
        return &map->table[to];
    }
    size_t alloc = end < 2 ? 2 : end < 4 ? 4 : SMALL;
    map->table = m_renew(mp_map_elem_t, map->table, end, alloc);
    mp_seq_clear(map->table, end, alloc, sizeof(mp_map_elem_t));
    map->alloc = alloc;
    return &map->table[end];
}

// Adds a key that is not there.
static mp_map_elem_t *append(mp_map_t *map, mp_obj_t key, uint32_t hash, bool hashed) {
    bool atom = is_atom(key);
    if (MAP_INSTEAD(key)->key == key) {
        MAP_INSTEAD(key)->key = MP_OBJ_NULL;
    }
    if (map->alloc == 0) {
        map->is_ordered = 1;
    }
    if (map->is_ordered && atom && map->used < SMALL) {
        mp_map_elem_t *elem = small_place(map);
        *elem = (mp_map_elem_t) {key, MP_OBJ_NULL};
        ++map->used;
        return elem;
    }
    if (!hashed) {
        hash = hash_key(key);
    }
    if (map->is_ordered || side_of(map)->spare == 0) {
        map_rebuild(map, map->used + map->used / 2 + 1);
    }
    map->all_keys_are_qstrs &= atom;
    append_hashed(map, key, MP_OBJ_NULL, hash);
    ++map->used;
    return &map->table[side_of(map)->fill - 1];
}

mp_map_elem_t *MICROPY_WRAP_MP_MAP_LOOKUP(mp_map_lookup)(mp_map_t *map, mp_obj_t key, mp_map_lookup_kind_t kind) {
    mp_map_elem_t *seen = vitrine_map_seen(map, key);
    if (seen != NULL && kind != MP_MAP_LOOKUP_REMOVE_IF_FOUND) {
        return seen;
    }
    uint32_t hash = 0;
    bool hashed = false;
    mp_map_elem_t *elem = NULL;
    if (is_atom(key) && map->all_keys_are_qstrs && (map->is_ordered || map->alloc == 0)) {
        elem = find_identical(map, key);
    } else {
        hash = hash_key(key); // runs code: only now look at the map
        hashed = true;
        elem = find_equal(map, key, hash);
    }
    if (elem != NULL) {
        return found(map, elem, key, kind);
    }
    return kind == MP_MAP_LOOKUP_ADD_IF_NOT_FOUND ? append(map, key, hash, hashed) : NULL;
}

// --- sets ---

#define PROBES 9 // places in a row that are tried first
#define SET_MIN 8

typedef struct {
    size_t fill;   // elements in use or deleted
    size_t finger; // where pop() goes on
} set_side_t;

// Behind the elements are their hashes, then this. Of a hash 62 bits are kept,
// in two odd words: no address is odd.
typedef struct {
    uint32_t low, high;
} set_hash_t;

static inline set_hash_t hash_pack(int64_t hash) {
    return (set_hash_t) {(uint32_t)hash << 1 | 1, (uint32_t)(hash >> 31) << 1 | 1};
}

static inline int64_t hash_unpack(set_hash_t hash) {
    return (int64_t)((uint64_t)((int32_t)hash.high >> 1) << 31 | hash.low >> 1);
}

static inline set_hash_t *set_hashes(const mp_set_t *set) {
    return (set_hash_t *)(set->table + set->alloc);
}

static inline set_side_t *set_side(const mp_set_t *set) {
    return (set_side_t *)(set_hashes(set) + set->alloc);
}

int64_t vitrine_set_hash(const mp_set_t *set, size_t pos) {
    return hash_unpack(set_hashes(set)[pos]);
}

static void set_table(mp_set_t *set, size_t alloc) {
    if (alloc > SIZE_MAX / 32) {
        m_malloc_fail(SIZE_MAX);
    }
    set->table = m_malloc0(alloc * (sizeof(mp_obj_t) + sizeof(set_hash_t)) + sizeof(set_side_t));
    set->alloc = alloc;
}

static void set_insert_clean(mp_set_t *set, mp_obj_t key, int64_t hash) {
    size_t mask = set->alloc - 1, i = (uint64_t)hash & mask;
    for (uint64_t perturb = hash;;) {
        size_t end = i + PROBES <= mask ? i + PROBES : i;
        for (size_t at = i; at <= end; ++at) {
            if (set->table[at] == MP_OBJ_NULL) {
                set->table[at] = key;
                set_hashes(set)[at] = hash_pack(hash);
                return;
            }
        }
        perturb >>= PERTURB;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

// Moves all to a table of more than as many places.
static void set_resize(mp_set_t *set, size_t places) {
    size_t alloc = SET_MIN;
    while (alloc <= places) {
        alloc *= 2;
    }
    mp_set_t bigger = *set;
    set_table(&bigger, alloc);
    for (size_t i = 0; i < set->alloc; ++i) {
        if (mp_set_slot_is_filled(set, i)) {
            set_insert_clean(&bigger, set->table[i], vitrine_set_hash(set, i));
        }
    }
    set_side(&bigger)->fill = set->used;
    set_side(&bigger)->finger = set->alloc ? set_side(set)->finger : 0;
    m_del(mp_obj_t, set->table, set->alloc);
    *set = bigger;
}

static size_t set_growth(const mp_set_t *set) {
    return set->used > 50000 ? set->used * 2 : set->used * 4;
}

void mp_set_init(mp_set_t *set, size_t n) {
    (void)n;
    *set = (mp_set_t) {0};
}

void mp_set_clear(mp_set_t *set) {
    m_del(mp_obj_t, set->table, set->alloc);
    mp_set_init(set, 0);
}

mp_obj_t vitrine_set_lookup(mp_set_t *set, mp_obj_t key, int64_t hash, mp_map_lookup_kind_t kind) {
    bool add = kind & MP_MAP_LOOKUP_ADD_IF_NOT_FOUND;
    if (set->alloc == 0) {
        if (!add) {
            return MP_OBJ_NULL;
        }
        set_table(set, SET_MIN);
    }
again:;
    mp_obj_t *table = set->table;
    set_hash_t *hashes = set_hashes(set), packed = hash_pack(hash);
    hash = hash_unpack(packed);
    size_t mask = set->alloc - 1, i = (uint64_t)hash & mask, at, deleted = SIZE_MAX;
    for (uint64_t perturb = hash;;) {
        size_t end = i + PROBES <= mask ? i + PROBES : i;
        for (at = i; at <= end; ++at) {
            mp_obj_t candidate = table[at];
            if (candidate == MP_OBJ_NULL) {
                goto absent;
            }
            if (candidate == MP_OBJ_SENTINEL) {
                deleted = at;
                continue;
            }
            if (hashes[at].low != packed.low || hashes[at].high != packed.high) {
                continue;
            }
            bool equal = candidate == key || mp_obj_equal(candidate, key);
            if (set->table != table || table[at] != candidate) {
                if (set->alloc == 0) {
                    return add ? vitrine_set_lookup(set, key, hash, kind) : MP_OBJ_NULL;
                }
                goto again;
            }
            if (equal) {
                if (kind & MP_MAP_LOOKUP_REMOVE_IF_FOUND) {
                    --set->used;
                    table[at] = MP_OBJ_SENTINEL;
                }
                return candidate;
            }
        }
        perturb >>= PERTURB;
        i = (i * 5 + 1 + perturb) & mask;
    }
absent:
    if (!add) {
        return MP_OBJ_NULL;
    }
    ++set->used;
    if (deleted != SIZE_MAX) {
        table[deleted] = key;
        hashes[deleted] = packed;
        return key;
    }
    table[at] = key;
    hashes[at] = packed;
    if (++set_side(set)->fill * 5 >= mask * 3) {
        set_resize(set, set_growth(set));
    }
    return key;
}

mp_obj_t mp_set_lookup(mp_set_t *set, mp_obj_t key, mp_map_lookup_kind_t kind) {
    return vitrine_set_lookup(set, key, vitrine_hash(key), kind);
}

mp_obj_t mp_set_remove_first(mp_set_t *set) {
    if (set->used == 0) {
        return MP_OBJ_NULL;
    }
    size_t mask = set->alloc - 1, i = set_side(set)->finger & mask;
    while (!mp_set_slot_is_filled(set, i)) {
        i = (i + 1) & mask;
    }
    mp_obj_t key = set->table[i];
    set->table[i] = MP_OBJ_SENTINEL;
    --set->used;
    set_side(set)->finger = i + 1;
    return key;
}

void vitrine_set_reserve(mp_set_t *set, size_t more) {
    size_t fill = set->alloc ? set_side(set)->fill : 0, mask = set->alloc ? set->alloc - 1 : SET_MIN - 1;
    if ((fill + more) * 5 >= mask * 3) {
        set_resize(set, (set->used + more) * 2);
    }
}

void vitrine_set_merge(mp_set_t *set, const mp_set_t *other) {
    if (other->used == 0) {
        return;
    }
    vitrine_set_reserve(set, other->used);
    if (set->alloc == 0) {
        set_table(set, SET_MIN);
    }
    if (set_side(set)->fill != 0) {
        for (size_t i = 0; i < other->alloc; ++i) {
            if (mp_set_slot_is_filled(other, i)) {
                vitrine_set_lookup(set, other->table[i], vitrine_set_hash(other, i), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
            }
        }
        return;
    }
    if (set->alloc == other->alloc && set_side(other)->fill == other->used) {
        memcpy(set->table, other->table, set->alloc * (sizeof(mp_obj_t) + sizeof(set_hash_t)));
    } else {
        for (size_t i = 0; i < other->alloc; ++i) {
            if (mp_set_slot_is_filled(other, i)) {
                set_insert_clean(set, other->table[i], vitrine_set_hash(other, i));
            }
        }
    }
    set_side(set)->fill = set->used = other->used;
}

void vitrine_set_tidy(mp_set_t *set) {
    if (set->alloc != 0 && set_side(set)->fill - set->used > (set->alloc - 1) / 4) {
        set_resize(set, set_growth(set));
    }
}
