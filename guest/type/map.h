// map.h - what our maps and sets offer beyond upstream's interface; see py/map.c.
#ifndef VITRINE_MAP_H
#define VITRINE_MAP_H

#include "py/obj.h"
#include "py/mpstate.h"

// The entry at or after *cursor, which then stands behind it; NULL at the end.
mp_map_elem_t *vitrine_map_next(const mp_map_t *map, size_t *cursor);
// The entry before *cursor, which then stands at it; NULL at the beginning.
mp_map_elem_t *vitrine_map_previous(const mp_map_t *map, size_t *cursor);
// Entries in use lie before it.
size_t vitrine_map_end(const mp_map_t *map);
// Makes map, which has nothing, equal to other, without calling anything.
void vitrine_map_copy(mp_map_t *map, const mp_map_t *other);
// Removes an entry of this map.
void vitrine_map_remove(mp_map_t *map, mp_map_elem_t *elem);
// The same for the last entry: its place is free at once.
void vitrine_map_remove_last(mp_map_t *map, mp_map_elem_t *elem);

int64_t vitrine_set_hash(const mp_set_t *set, size_t pos);
// Adds all of other.
void vitrine_set_merge(mp_set_t *set, const mp_set_t *other);
// After many removals.
void vitrine_set_tidy(mp_set_t *set);
// Room for more elements.
void vitrine_set_reserve(mp_set_t *set, size_t more);
mp_obj_t vitrine_set_lookup(mp_set_t *set, mp_obj_t key, int64_t hash, mp_map_lookup_kind_t kind);

// Where a key was last seen, whatever the map was.
#define MAP_SEEN(key) (MP_STATE_VM(map_lookup_cache)[((uintptr_t)(key) >> 2) % MICROPY_OPT_MAP_LOOKUP_CACHE_SIZE])

// The key's entry, if it is there; NULL: it may be anywhere else.
static inline mp_map_elem_t *vitrine_map_seen(const mp_map_t *map, mp_obj_t key) {
    size_t at = MAP_SEEN(key);
    return at < map->alloc && map->table[at].key == key ? &map->table[at] : NULL;
}

// Names that a map was seen not to have, and what stands for them instead: the
// built-ins that globals lead to. What adds one of these names to any map, or
// empties a map, ends that; a collection too, for the map may go.
typedef struct {
    const mp_map_t *map;
    mp_obj_t key, instead;
} vitrine_instead_t;
#define INSTEAD_NAMES 64
extern vitrine_instead_t vitrine_instead[INSTEAD_NAMES];
#define MAP_INSTEAD(key) (&vitrine_instead[((uintptr_t)(key) >> 3) % INSTEAD_NAMES])
void vitrine_instead_forget(void);

#endif
