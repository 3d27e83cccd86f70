internal import LibC

/// An element of which some members are wanted: they alone are made.
extension JSONPlainReader {
    /// Nil where the element that begins here is for others to read.
    mutating func row(at place: JSON.Place, _ wanted: JSONMembers) -> JSONRow? {
        var row = JSONRow(of: wanted, at: place)
        skipBlanks()
        guard peek == UInt8(ascii: "{"), read(wanted, onto: &row, at: place) else { return nil }
        return row
    }

    /// False where it is for jansson to judge.
    private mutating func read(_ wanted: JSONMembers, onto row: inout JSONRow, at place: JSON.Place) -> Bool {
        values += 1
        guard values <= mostValues, depth < deepest else { return false }
        depth += 1
        next += 1
        skipBlanks()
        var met: UInt64 = 0
        if peek != UInt8(ascii: "}") {
            repeat {
                skipBlanks()
                // A key with an escape may be a wanted one in other letters.
                guard peek == UInt8(ascii: "\""), let key = text(), skipColon() else { return false }
                if let number = number(of: key, in: wanted) {
                    // A key that came twice has one place.
                    guard met & 1 << number == 0, read(wanted.names[number].what, onto: &row, at: place) else {
                        return false
                    }
                    met |= 1 << number
                } else {
                    guard skipValue() else { return false }
                }
                skipBlanks()
            } while skip(UInt8(ascii: ","))
        }
        depth -= 1
        return skip(UInt8(ascii: "}"))
    }

    private mutating func read(_ what: JSONMembers.What, onto row: inout JSONRow, at place: JSON.Place) -> Bool {
        skipBlanks()
        switch what {
        case .parts(let inner):
            // Of what has no members none is wanted.
            return peek == UInt8(ascii: "{") ? read(inner, onto: &row, at: place) : skipValue()
        case .value(let number):
            guard let node = node(of: number) else { return false }
            row.set(number, to: JSON(node: node, at: place, marks: nil))
            return true
        }
    }

    private func number(of key: Text, in wanted: JSONMembers) -> Int? {
        wanted.names.firstIndex { $0.key.count == key.count && memcmp($0.key, key.start, key.count) == 0 }
    }

    /// One that was there before is not made again.
    private mutating func node(of member: Int) -> JSON.Node? {
        guard let repeats, peek == UInt8(ascii: "{") else { return value().map { JSON.Node(owning: $0) } }
        if let known = repeats.value(of: member, at: next, before: end) {
            next += known.count
            values += known.values
            return known.node
        }
        let (start, before) = (next, values)
        guard let node = value().map({ JSON.Node(owning: $0) }) else { return nil }
        repeats.keep(node, of: member, from: start, to: next, values: values - before)
        return node
    }
}
