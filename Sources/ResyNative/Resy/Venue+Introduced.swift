internal import ResyDomain

extension Venue {
    /// Of a restaurant that only its number is known of: what the answer with its tables says of it.
    mutating func introduce(_ about: JSON) {
        name = (try? about.optional("name")?.words).map { CleanText.title($0) } ?? name
        let location = about.optional("location")
        city = city ?? Venue.cleaned(location?.optional("name"))
        neighborhood = neighborhood ?? Venue.cleaned(location?.optional("neighborhood"))
        latitude = latitude ?? (try? location?.optional("geo")?.optional("lat")?.number)
        longitude = longitude ?? (try? location?.optional("geo")?.optional("lon")?.number)
        if cuisines.isEmpty { cuisines = Venue.cuisines(about.member("type")) }
        price = price ?? Venue.price(about.optional("price_range"))
        rating = rating ?? Venue.rating(about.optional("rating"))
    }
}
