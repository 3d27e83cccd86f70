/// What is celebrated, as Resy's own site lets one choose it.
package enum Occasion: String, Sendable, CaseIterable {
    case anniversary, birthday, business, graduation

    /// Resy's own name of it: `Birthday`.
    package var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// Resy's own number of it.
    package var number: Int {
        switch self {
        case .anniversary: 149_470
        case .birthday: 149_474
        case .business: 149_476
        case .graduation: 149_480
        }
    }

    /// By its name, in any case; nil for another one.
    package init?(named name: String) { self.init(rawValue: name.trimmed.lowercased()) }

    package init?(number: Int) {
        guard let found = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = found
    }
}
