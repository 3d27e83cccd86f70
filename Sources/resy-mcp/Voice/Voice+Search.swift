internal import ResyDomain

/// What else to know of a search over restaurants or days.
extension Voice {
    func text(_ remark: SearchRemark) -> String {
        switch remark {
        case .everywhere: "No place was given: restaurants everywhere were searched."
        case .nobodyListed(let words): "Resy lists no restaurant for “\(CleanText.name(words))”."
        case .moreThere(let shown, let total): "Resy has \(total) such restaurants; the first \(shown) were searched."
        case .publishedUntil(let day): "Tables are shown up to \(day.spoken) only."
        case .lookedUntil(let day, let most): "Looked at up to \(day.spoken): at most \(most) days at a time."
        case .restaurantSays(let words): "The restaurant says: \(CleanText.quoted(words, to: 300))."
        }
    }
}
