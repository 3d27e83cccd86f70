internal import ResyDomain

/// Where an entry stands.
extension TOMLServerList {
    struct Place {
        let form: WrittenEntry.Form
        /// What makes up the entry, in the order of the text: a value, or whole lines.
        let ranges: [Range<Int>]
        /// Of `lines`: what its keys begin with under the header that they stand under. Of `tables`: the whole way.
        let way: [String]
    }

    /// Nil where there is none. Throws for one that is written in several ways at once.
    func place(of name: String) throws(ServerListFault) -> Place? {
        let way = [section, name]
        var places: [Place] = []
        if let value = value(of: name) { places.append(Place(form: .value, ranges: [value.range], way: way)) }
        let tables = tables(of: way)
        if !tables.isEmpty { places.append(Place(form: .tables, ranges: tables, way: way)) }
        if let lines = lines(of: way) { places.append(lines) }
        guard places.count < 2 else { throw unusual(places[1].ranges[0].lowerBound) }
        return places.first
    }

    func unusual(_ offset: Int) -> ServerListFault {
        .syntax(reason: "its layout is too unusual to change", offset: offset)
    }

    /// `name = …`, on a line or in an inline table.
    private func value(of name: String) -> HandEditedTOML.Value? {
        for (statement, header) in zip(document.statements, document.headers) {
            guard let pair = statement.pair else { continue }
            let path = header + pair.keys
            if path == [section, name] { return pair.value }
            if path == [section], let inner = pair.value.pairs?.first(where: { $0.keys == [name] }) {
                return inner.value
            }
        }
        return nil
    }

    /// Each from its header to the last value under it.
    private func tables(of way: [String]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (number, statement) in document.statements.enumerated() {
            guard let header = statement.header, header.starts(with: way) else { continue }
            let under = document.statements[(number + 1)...].prefix { $0.header == nil }
            let end = (under.last { $0.pair != nil } ?? statement).range.upperBound
            if let last = found.last, last.upperBound == statement.range.lowerBound {
                found[found.count - 1] = last.lowerBound..<end
            } else {
                found.append(statement.range.lowerBound..<end)
            }
        }
        return found
    }

    /// `name.command = …`, one by one.
    private func lines(of way: [String]) -> Place? {
        var ranges: [Range<Int>] = []
        var relative = way
        for (statement, header) in zip(document.statements, document.headers) {
            guard let pair = statement.pair, !header.starts(with: way) else { continue }
            let path = header + pair.keys
            guard path.count > way.count, path.starts(with: way) else { continue }
            ranges.append(statement.range)
            relative = Array(way.dropFirst(header.count))
        }
        return ranges.isEmpty ? nil : Place(form: .lines, ranges: ranges, way: relative)
    }

    /// The inline table that the list itself is, if it is one.
    var inlineSection: HandEditedTOML.Value? {
        for (statement, header) in zip(document.statements, document.headers) {
            if let pair = statement.pair, header + pair.keys == [section] { return pair.value }
        }
        return nil
    }
}
