/// What a person's text for a restaurant is: its name, or something that points at it. Whose link it is, is judged by
/// `VenueLinks`.
package enum VenueReference: Sendable, Equatable {
    case name(String)
    case page(VenueAddress)
    /// Resy's number, as this program prints it or as a widget's link has it.
    case id(Int)
    /// A link to this host: of another site, or to no restaurant's page.
    case link(host: String)
    /// What stands where Resy's number should.
    case unreadable(String)

    package init(_ text: String) {
        guard !VenueReference.isBareName(text) else {
            self = .name(text)
            return
        }
        let pointers = VenuePointers(text)
        // What stands in angle brackets is a link here, and no markup.
        let text = CleanText.seen(String(text.prefix(2000)))
        let host = VenueReference.host(of: text)
        if let odd = pointers.unreadable {
            self = .unreadable(odd)
        } else if let first = pointers.all.first {
            self = first
        } else if host != nil, let id = VenueReference.number(after: "/venues/", in: text.lowercased()) {
            self = .id(id)
        } else if let host {
            self = .link(host: host)
        } else {
            self = .name(VenueReference.bareName(CleanText.whole(text)))
        }
    }

    package var isName: Bool {
        if case .name = self { true } else { false }
    }

    /// As it is said again; the same is read from it.
    package var spoken: String {
        switch self {
        case .name(let name): name
        case .page(let address): "resy.com/cities/\(address.citySlug)/venues/\(address.slug)"
        case .id(let id): "Resy venue \(id)"
        case .link(let host): "https://\(host)"
        case .unreadable(let text): "Resy venue \(text)"
        }
    }

    /// How it names a venue that is known already.
    package func relation(to venue: Venue) -> NameRelation? {
        switch self {
        case .name(let name): return NameRelation.between(FoldedName(name), venue)
        case .id(let id): return id == venue.id ? .equal : nil
        case .page(let address):
            guard address.slug == venue.slug else { return nil }
            // An older link has a short name for the city.
            return address.citySlug.contains("-") && venue.citySlug.map({ $0 != address.citySlug }) ?? false
                ? nil : .equal
        case .link, .unreadable: return nil
        }
    }

    /// The same for all that a text points at and says beside it.
    package static func relation(of text: String, to venue: Venue) -> NameRelation? {
        let pointers = VenuePointers(text)
        guard !pointers.all.isEmpty else { return VenueReference(text).relation(to: venue) }
        let isIt = pointers.all.allSatisfy { $0.relation(to: venue) != nil } && !pointers.contradict(venue)
        return isIt ? .equal : nil
    }

    // MARK: - Reading

    private static func number(after mark: String, in text: String) -> Int? {
        guard let start = text.firstRange(of: mark) else { return nil }
        let digits = text[start.upperBound...].prefix { $0.isASCII && $0.isNumber }
        let next = text[digits.endIndex...].first
        // A slug may begin with digits.
        return next.map { $0.isLetter || $0 == "-" } ?? false ? nil : number(String(digits))
    }

    private static func number(_ text: String) -> Int? {
        guard (1...10).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Words of plain letters with one blank between each two, none of them `venue`: nothing but a name. Nearly every text is.
    static func isBareName(_ text: String) -> Bool {
        let mark = Array("venue".utf8)
        var (isAfterLetter, found) = (false, 0)
        for byte in text.utf8 {
            let letter = byte | 0x20
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
            guard isLetter || byte == UInt8(ascii: " ") && isAfterLetter else { return false }
            found = letter == mark[found] ? found + 1 : letter == mark[0] ? 1 : 0
            if found == mark.count { return false }
            isAfterLetter = isLetter
        }
        return isAfterLetter && text.utf8.count <= 200
    }

    /// The host that a pasted link names, with or without its `https://`; nil for a text that names none.
    package static func host(of text: String) -> String? {
        if let host = URLText.host(text) { return host }
        guard text.utf8.contains(UInt8(ascii: ".")) else { return nil }
        let text = text.lowercased()
        let marks = ["/cities/", "venueid=", "venue_id="]
        for token in text.split(whereSeparator: { $0.isWhitespace || "()<>[]\"'`".contains($0) }) {
            let host = token.prefix { !"/?#:".contains($0) }
            let isResys = host == "resy.com" || host.hasSuffix(".resy.com")
            if host.contains("."), isResys || marks.contains(where: { token.contains($0) }) { return String(host) }
        }
        return nil
    }

    /// Without the number of a list's line, and without quotation marks or stars around it.
    private static func bareName(_ text: String) -> String {
        var name = text[...]
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        let mark = name.dropFirst(digits.count)
        if (1...2).contains(digits.count), let sign = mark.first, sign == "." || sign == ")",
            mark.dropFirst().first == " "
        {
            name = mark.dropFirst()
        } else if let sign = name.first, "-*\u{2022}\u{2013}".contains(sign), name.dropFirst().first == " " {
            name = name.dropFirst()
        }
        let frame: (Character) -> Bool = { $0.isWhitespace || "\"\u{201C}\u{201D}`*_<>[]".contains($0) }
        name = name.drop(while: frame)
        while let last = name.last, frame(last) { name.removeLast() }
        return String(name)
    }
}
