extension Place {
    /// What it is, as far as a search around it differs.
    enum Kind: Sendable {
        /// A city, a neighborhood.
        case area
        /// A house, a square, a station.
        case spot
        case restaurant
        case unknown
    }

    var kind: Kind {
        if types.isEmpty { return .unknown }
        if !types.isDisjoint(with: Self.areas) { return .area }
        if !types.isDisjoint(with: Self.meals) || types.contains(where: { $0.hasSuffix("_restaurant") }) {
            return .restaurant
        }
        return .spot
    }

    private static let areas: Set<String> = [
        "locality", "political", "neighborhood", "sublocality", "sublocality_level_1", "sublocality_level_2",
        "postal_town",
        "postal_code", "colloquial_area", "administrative_area_level_1", "administrative_area_level_2",
        "administrative_area_level_3", "country", "archipelago",
    ]

    private static let meals: Set<String> = [
        "restaurant", "food", "bar", "cafe", "bakery", "meal_takeaway", "meal_delivery", "coffee_shop", "pub",
        "wine_bar",
    ]
}
