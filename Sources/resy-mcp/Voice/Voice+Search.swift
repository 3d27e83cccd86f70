internal import ResyDomain

/// What else to know of a search over restaurants or days.
extension Voice {
    func text(_ remark: SearchRemark) -> String {
        switch remark {
        case .everywhere: "No place was given: restaurants everywhere were searched."
        case .nobodyListed(let words): "Resy lists no restaurant for “\(CleanText.name(words))”."
        case .noneAmong(let shown, let total, let place):
            "Among the first \(shown) of Resy's \(total) such restaurants none is in \(CleanText.name(place))."
        case .beside(let said, let names): "Nothing in \(CleanText.quoted(said, to: 60)); \(Self.near(names))."
        case .moreThere(let shown, let total): "Resy has \(total) such restaurants; the first \(shown) were searched."
        case .feesAsListed(let count):
            "The fees of \(count) restaurant\(count == 1 ? " are" : "s are") as Resy's search has them; the tables themselves "
                + "may cost more."
        case .publishedUntil(let day): "Tables are shown up to \(day.spoken) only."
        case .lookedUntil(let day, let most): "Looked at up to \(day.spoken): at most \(most) days at a time."
        case .restaurantSays(let words): "The restaurant says: \(CleanText.quoted(words, to: 300))."
        }
    }

    /// `East Village and West Village are near`
    private static func near(_ names: [String]) -> String {
        let names = names.map { CleanText.name($0) }
        guard names.count > 1, let last = names.last else { return "\(names.joined()) is near" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last) are near"
    }
}
