/// A table that is to take the place of another one, and how to tell the two apart in a list.
///
/// Resy's own change may keep the number, or give a new one, and nobody knows which: the old table is the one that stands at the old
/// day and time, for the old party, whatever its number has become.
package struct Exchange: Sendable, Equatable {
    package struct Table: Sendable, Equatable {
        package var key: JournalKey
        package var seating: String

        package init(_ key: JournalKey, seating: String) {
            self.key = key
            self.seating = seating
        }
    }

    /// What a list shows of the two.
    package enum Sight: Sendable, Equatable {
        case new(Reservation)
        case old(Reservation)
        case both(new: Reservation, old: Reservation)
        case neither
        /// The old number stands for a third table.
        case elsewhere(Reservation)
    }

    /// Of the old table.
    package var id: Int
    package var old: Table
    package var new: Table
    package var way: ChangeWay

    package init(id: Int, old: Table, new: Table, way: ChangeWay) {
        (self.id, self.old, self.new, self.way) = (id, old, new, way)
    }

    package func sight(in rows: [Reservation]) -> Sight {
        let mine = rows.first { $0.id == id && $0.status == .confirmed }
        let stands = mine.flatMap { isOld($0) ? $0 : nil }
        let taken = rows.first { row in
            new.key.isHeld(by: row) && !row.isOfAnotherSeating(than: new.seating)
                && (row.id != id || way == .resyChange && stands == nil)
        }
        switch (taken, stands) {
        case (let new?, let old?): return .both(new: new, old: old)
        case (let new?, nil): return .new(new)
        case (nil, let old?): return .old(old)
        case (nil, nil): return mine.map { .elsewhere($0) } ?? .neither
        }
    }

    /// Where nothing but the seating is to differ, the seating that is listed tells.
    private func isOld(_ row: Reservation) -> Bool {
        guard old.key.isHeld(by: row) else { return false }
        guard old.key == new.key else { return true }
        return !row.isOfAnotherSeating(than: old.seating) || row.isOfAnotherSeating(than: new.seating)
    }
}
