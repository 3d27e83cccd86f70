import Testing

@testable import ResyDomain

@Suite struct VenueReferenceTests {
    static let carbone = VenueReference.page(VenueAddress("/cities/new-york-ny/venues/carbone")!)

    @Test(arguments: [
        "https://resy.com/cities/new-york-ny/venues/carbone", "<https://resy.com/cities/new-york-ny/venues/carbone>",
        "[Carbone](https://resy.com/cities/new-york-ny/venues/carbone)",
        "[Carbone](<https://resy.com/cities/new-york-ny/venues/carbone>)",
        "**[Carbone](https://resy.com/cities/new-york-ny/venues/carbone?date=2026-12-04&seats=2)**",
        "https://resy.com/cities/new-york-ny/venues/carbone?date=2026-12-04&seats=2",
        "https://resy.com/cities/new-york-ny/venues/carbone#menu",
        "https://resy.com/cities/new-york-ny/venues/carbone/",
        "http://www.resy.com/cities/new-york-ny/venues/carbone", "HTTPS://RESY.COM/Cities/New-York-NY/Venues/Carbone",
        "resy.com/cities/new-york-ny/venues/carbone", "(resy.com/cities/new-york-ny/venues/carbone)",
        "Carbone: https://resy.com/cities/new-york-ny/venues/carbone.",
        "Book Carbone at https://resy.com/cities/new-york-ny/venues/carbone, please",
        "“https://resy.com/cities/new-york-ny/venues/carbone”", "`https://resy.com/cities/new-york-ny/venues/carbone`",
        "\"https://resy.com/cities/new-york-ny/venues/carbone\"", "/cities/new-york-ny/venues/carbone",
        "  https://resy.com/cities/new-york-ny/venues/carbone\n", "https://resy.com/cities/new-york-ny/venues/carbone;",
        "[https://resy.com/cities/new-york-ny/venues/carbone](https://resy.com/cities/new-york-ny/venues/carbone)",
        "https://resy.com/cities/new-york-ny/venues/carbone/menu",
    ])
    func aLinkIsAPage(text: String) {
        #expect(VenueReference(text) == Self.carbone)
        #expect(["resy.com", "www.resy.com", nil].contains(VenueReference.host(of: text)))
    }

    @Test(arguments: [
        "https://widgets.resy.com/?venueId=40203", "https://widgets.resy.com/?venueid=40203&apiKey=abc",
        "https://widgets.resy.com?VENUEID=40203", "widgets.resy.com?venueId=40203", "widgets.resy.com/?venue_id=40203",
        "https://widgets.resy.com/#/venues/40203", "https://widgets.resy.com/#/venues/40203?seats=2",
        "<https://widgets.resy.com/?venueId=40203>", "[Book](https://widgets.resy.com/?apiKey=x&venueId=40203)",
        "https://widgets.resy.com/?date=2026-12-04&venueId=40203#/", "Resy venue 40203", "resy venue 40203",
        "'Resy venue 40203'",
        "“Resy venue 40203”", "RESY VENUE 40203.", "Resy venue #40203", "Resy venue id 40203", "Resy venue: 40203",
        "venue 40203",
        "Venue #40203", "venue_id: 40203", "venueId=40203", "venue id 40203",
        "Carbone, Greenwich Village, New York, Resy venue 40203, https://resy.com/cities/new-york-ny/venues/carbone",
        "2. Joe's, River North, Chicago, Resy venue 40203, https://resy.com/cities/chicago-il/venues/joes",
        "- Joe's, River North, Chicago, Resy venue 40203, https://resy.com/cities/chicago-il/venues/joes",
        "Carbone (Resy venue 40203)", "Resy venue 40203, New York, times in America/New_York", "Ｒesy venue ４０２０３",
    ])
    func aNumberIsAVenue(text: String) { #expect(VenueReference(text) == .id(40203)) }

    @Test(arguments: [
        ("Carbone", "Carbone"), ("1. Carbone", "Carbone"),
        ("2) Joe's, River North, Chicago", "Joe's, River North, Chicago"),
        ("- Carbone", "Carbone"), ("• Carbone", "Carbone"), ("**Carbone**", "Carbone"), ("“Carbone”", "Carbone"),
        ("\"Don Angie\"", "Don Angie"), ("_Lilia_", "Lilia"), ("`Lilia`", "Lilia"), ("[Lilia]", "Lilia"),
        ("21 Club", "21 Club"),
        ("40203", "40203"), ("1803", "1803"), ("The Venue", "The Venue"), ("Venue", "Venue"),
        ("Resy venue", "Resy venue"),
        ("venue 40203 and bar", "venue 40203 and bar"), ("Chef's Counter / Bar", "Chef's Counter / Bar"),
        ("63 Clinton", "63 Clinton"), ("St. Anselm", "St. Anselm"), ("Eataly.com", "Eataly.com"),
        ("'inoteca", "'inoteca"),
    ])
    func theRestIsAName(text: String, name: String) { #expect(VenueReference(text) == .name(name)) }

    @Test(arguments: [
        "150.5", "6194.5", "1505\u{FFFD}9", "150\u{200B}5", "1505/9", "1505 9", "1,505", "-6194", "1505th", "0",
        "15-05", "99999999999999999999", "6194, 1505",
    ])
    func aNumberIsNeverMended(number: String) {
        guard case .unreadable = VenueReference("Resy venue \(number)") else {
            Issue.record("\(VenueReference("Resy venue \(number)"))")
            return
        }
    }

    @Test(arguments: [
        ("https://resy.com/", "resy.com"), ("https://resy.com/cities/new-york-ny", "resy.com"),
        ("resy.com", "resy.com"),
        ("https://www.opentable.com/r/carbone", "www.opentable.com"), ("[Carbone](https://carbone.com)", "carbone.com"),
        ("<https://resy.com>", "resy.com"), ("https://resy.com/cities/new-york-ny/search?query=carbone", "resy.com"),
        ("https://resy.com/cities/new-york-ny/venues/carb%C3%B3n", "resy.com"),
        ("https://widgets.resy.com/", "widgets.resy.com"),
        ("https://resy.com/venues/1803-house", "resy.com"), ("https://resy.com/account", "resy.com"),
    ])
    func aLinkToNoRestaurantIsNoName(text: String, host: String) { #expect(VenueReference(text) == .link(host: host)) }

    @Test(arguments: [
        ("https://evil.com/?venueId=5", "evil.com"), ("evil.com/cities/new-york-ny/venues/carbone", "evil.com"),
        ("[x](https://resy.com@evil.com/cities/new-york-ny/venues/carbone)", "evil.com"),
        ("evil.com?venueId=5", "evil.com"),
        ("Resy venue 5 https://evil.com", "evil.com"), ("<https://resy.com.evil.com/>", "resy.com.evil.com"),
    ])
    func aHostIsFoundWhereverItStands(text: String, host: String) { #expect(VenueReference.host(of: text) == host) }

    @Test(arguments: [
        ("Resy venue 6194", true), ("Resy venue 6195", false), ("Carbone", true), ("Carbone, New York", true),
        ("https://resy.com/cities/new-york-ny/venues/carbone", true), ("https://resy.com/cities/ny/carbone", true),
        ("https://resy.com/cities/miami-fl/venues/carbone", false), ("https://resy.com/cities/ny/venues/lilia", false),
        ("https://resy.com/", false), ("Lilia", false),
    ])
    func whatIsKnownIsCompared(text: String, isIt: Bool) {
        var venue = Venue(id: 6194, name: "Carbone")
        (venue.city, venue.citySlug, venue.slug) = ("New York", "new-york-ny", "carbone")
        #expect((VenueReference(text).relation(to: venue) == .equal) == isIt)
    }

    /// Whatever might be more than a name is read whole.
    @Test(arguments: [
        ("Carbone", true), ("Don Angie", true), ("The Avenue", false), ("Resy venue 5", false), ("vVENUE", false),
        ("Don  Angie", false), ("Carbone ", false), (" Carbone", false), ("", false), ("L'Artusi", false),
        ("Caf\u{E9}", false), ("4 Charles", false), ("<b>", false),
    ])
    func aBareNameIsSeenAtAGlance(text: String, isBare: Bool) {
        #expect(VenueReference.isBareName(text) == isBare)
        if isBare { #expect(VenueReference(text) == .name(text)) }
    }
}
