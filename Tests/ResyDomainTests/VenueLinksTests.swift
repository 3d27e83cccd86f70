import Testing

@testable import ResyDomain

@Suite struct VenueLinksTests {
    let links = VenueLinks(base: "https://resy.com/")
    let day = CalendarDay(iso: "2026-02-14")!

    @Test(arguments: [
        ("new-york-ny", "don-angie", "https://resy.com/cities/new-york-ny/venues/don-angie?date=2026-02-14&seats=2"),
        ("new-york-ny", nil, "https://resy.com/cities/new-york-ny/search?query=Don%20Angie&date=2026-02-14&seats=2"),
        (nil, "don-angie", "https://resy.com/?query=Don%20Angie&date=2026-02-14&seats=2"),
        (nil, nil, "https://resy.com/?query=Don%20Angie&date=2026-02-14&seats=2"),
        ("new-york-ny", "../x", "https://resy.com/cities/new-york-ny/search?query=Don%20Angie&date=2026-02-14&seats=2"),
        ("a?b", "don-angie", "https://resy.com/?query=Don%20Angie&date=2026-02-14&seats=2"),
        ("new-york-ny", "", "https://resy.com/cities/new-york-ny/search?query=Don%20Angie&date=2026-02-14&seats=2"),
    ])
    func aSlugIsReadOrTheNameSearched(city: String?, slug: String?, url: String) {
        var venue = Venue(id: 1, name: "Don Angie")
        (venue.citySlug, venue.slug) = (city, slug)
        #expect(links.page(of: venue, day: day, party: 2) == url)
    }

    @Test func dateAndSeatsMayBeMissing() {
        var venue = Venue(id: 1, name: "x")
        (venue.citySlug, venue.slug) = ("a", "b")
        #expect(links.page(of: venue) == "https://resy.com/cities/a/venues/b")
        #expect(links.page(of: venue, party: 3) == "https://resy.com/cities/a/venues/b?seats=3")
    }

    @Test func aNameCannotAddToTheQuery() {
        #expect(links.search(for: "A&seats=9#x\u{202E}") == "https://resy.com/?query=A%26seats%3D9%23x")
    }

    @Test func theAccountHasItsPages() {
        #expect(links.reservations == "https://resy.com/account/reservations-and-notify")
        #expect(links.paymentMethods == "https://resy.com/account/payment-methods")
    }
}
