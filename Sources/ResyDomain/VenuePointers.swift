/// All that points at a venue in a person's text, Resy's numbers and addresses, and what is said beside it.
///
/// A number is never mended: digits alone count, up to the end, a blank, a comma or a bracket.
package struct VenuePointers {
    /// Numbers first, then pages, each once.
    package private(set) var all: [VenueReference] = []
    /// What stands where a number should, and is none.
    private(set) var unreadable: String?
    /// Names and places beside the pointers, as they stand between commas and brackets.
    package private(set) var said: [String] = []

    package init(_ text: String) {
        guard !VenueReference.isBareName(text) else { return }
        let text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(2000).map(LatinLetters.narrow)))
        let lowered = text.lowercased()
        // Nearly every text is a name and no more.
        guard lowered.contains("venue") || lowered.contains("/cities/") else { return }
        var rest = lowered[...]
        while let venue = rest.firstRange(of: "venue") {
            let lead = rest[..<venue.lowerBound]
            let isResys = lead.last?.isWhitespace ?? false && VenuePointers.endsInResy(lead)
            let isAlone = lead.allSatisfy { !$0.isLetter && !$0.isNumber } && rest.startIndex == rest.base.startIndex
            let isWord = rest[venue.upperBound...].first.map { !$0.isLetter || $0 == "i" } ?? false
            if isResys || isAlone, isWord { read(rest[venue.upperBound...], isAlone: !isResys) }
            rest = rest[venue.upperBound...]
        }
        for mark in ["venueid=", "venue_id="] {
            var rest = lowered[...]
            while let start = rest.firstRange(of: mark) {
                rest = rest[start.upperBound...]
                let digits = rest.prefix { VenuePointers.isDigit($0) }
                let next = rest[digits.endIndex...]
                let isEnd =
                    next.first.map { $0.isWhitespace || "&#/?,;.)]}>\"'`*|\u{201D}\u{2019}".contains($0) } ?? true
                let goesOn = next.first == "." && next.dropFirst().first.map { !$0.isWhitespace } ?? false
                if isEnd, !goesOn, let id = VenuePointers.number(digits) { add(.id(id)) }
            }
        }
        var addresses = lowered[...]
        while let start = addresses.firstRange(of: "/cities/") {
            if let address = VenueAddress(String(addresses[start.lowerBound...])) { add(.page(address)) }
            addresses = addresses[start.upperBound...]
        }
        said = all.isEmpty ? [] : VenuePointers.beside(text)
    }

    private mutating func add(_ reference: VenueReference) {
        if !all.contains(reference) { all.append(reference) }
    }

    /// What follows the word "venue"; alone, it must be all that there is.
    private mutating func read(_ text: Substring, isAlone: Bool) {
        var rest = text
        var hasDropped = true
        while hasDropped {
            let before = rest
            rest = rest.drop { $0.isWhitespace || ":#_=".contains($0) }
            for word in ["id", "number", "no."] + (rest.dropFirst(2).first?.isLetter ?? true ? [] : ["no"])
            where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
            hasDropped = rest.startIndex != before.startIndex
        }
        let token = rest.prefix { !VenuePointers.isEnd($0) }
        guard token.contains(where: { $0.isNumber }) else { return }
        let after = rest[token.endIndex...]
        var digits = token
        while let last = digits.last, ".:!?".contains(last) { digits.removeLast() }
        let next = after.drop { VenuePointers.isEnd($0) }.prefix { !VenuePointers.isEnd($0) }
        if isAlone, !next.isEmpty { return }
        if let id = VenuePointers.number(digits), !next.allSatisfy({ $0.isNumber }) || next.isEmpty {
            add(.id(id))
        } else {
            unreadable = unreadable ?? CleanText.cut(String(rest.prefix(40)), to: 40)
        }
    }

    private static func endsInResy(_ text: Substring) -> Bool {
        var text = text
        while text.last?.isWhitespace ?? false { text.removeLast() }
        guard text.hasSuffix("resy") else { return false }
        return text.dropLast(4).last.map { !$0.isLetter && !$0.isNumber } ?? true
    }

    private static func isEnd(_ character: Character) -> Bool {
        character.isWhitespace || ",;()[]{}<>\"'`*|\u{201C}\u{201D}\u{2018}\u{2019}".contains(character)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) && character.isASCII }

    private static func number(_ text: Substring) -> Int? {
        guard (1...10).contains(text.count), text.allSatisfy(isDigit) else { return nil }
        return Int(text).flatMap { $0 > 0 ? $0 : nil }
    }

    // MARK: - Beside them

    private static func beside(_ text: String) -> [String] {
        var plain = ""
        for character in CleanText.seen(text.replacing("](", with: " ")) {
            plain += "<>[]".contains(character) ? " " : "();".contains(character) ? ", " : String(character)
        }
        var kept: [Substring] = []
        var tokens = plain.split(whereSeparator: \.isWhitespace)[...]
        if let first = tokens.first, let last = first.last, ".)-*\u{2022}\u{2013}".contains(last),
            first.dropLast().allSatisfy(\.isNumber)
        {
            tokens.removeFirst()
        }
        while let token = tokens.popFirst() {
            let lower = token.lowercased()
            let isLink = ["://", "/cities/", "venueid=", "venue_id=", "resy.com"].contains { lower.contains($0) }
            let isPointer =
                FoldedName.words(of: lower) == ["resy"]
                && tokens.first.map { FoldedName.words(of: String($0)).first == "venue" } ?? false
            if isLink {
                if token.hasSuffix(",") { kept.append(",") }
            } else if isPointer {
                var last = tokens.popFirst()
                while let next = tokens.first, !(last?.contains(where: \.isNumber) ?? false) {
                    last = next
                    tokens.removeFirst()
                }
                kept.append(",")
            } else {
                kept.append(token)
            }
        }
        // Of a line that an answer gave and somebody pastes back, the zone says nothing of the restaurant.
        return kept.joined(separator: " ").split(separator: ",").map { String($0).trimmed }.filter { part in
            let words = FoldedName.words(of: part)
            return !words.allSatisfy { courtesies.contains($0) || $0.allSatisfy(\.isNumber) }
                && !part.lowercased().hasPrefix("times in ")
        }
    }

    /// Around a link they name nothing.
    private static let courtesies: Set<String> = [
        "please", "book", "reserve", "a", "an", "table", "at", "for", "the", "here", "heres", "is", "link", "this",
        "one",
        "see", "from", "check", "on", "resy", "resys", "its", "it", "page", "restaurant", "website", "url", "venue",
        "id",
        "number", "no", "venueid", "my", "our", "and", "to", "of", "out", "with", "via", "i", "want", "like", "would",
        "us", "me",
        "people", "thanks", "that", "in",
    ]

    /// Whether what is said beside them names another restaurant, or another place, than the venue.
    package func contradict(_ venue: Venue) -> Bool {
        var isNamed = false
        var hasOther = false
        let name = Set(FoldedName(venue.name).words)
        for part in said {
            let relation = NameRelation.between(FoldedName(part), venue)
            isNamed = isNamed || relation != nil
            let left =
                relation == nil ? FoldedName.words(of: part) : FoldedName(part).words.filter { !name.contains($0) }
            let place = PlaceWish(left.joined(separator: " "), among: [venue])
            if place.standing(of: venue) == .elsewhere { return true }
            let isStreet = StreetAddress(part) != nil && part.first?.isNumber ?? false
            if relation == nil, !place.isPlaced, !isStreet { hasOther = true }
        }
        return hasOther && !isNamed
    }
}
