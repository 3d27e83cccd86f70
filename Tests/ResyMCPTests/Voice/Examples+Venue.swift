@testable import ResyDomain
import ResyNative

extension Examples {
    static let venue: [VenueFinding] =
        [
            .noName, .foreignLink("example.com/x"), .noRestaurantsPage("resy.com/faq"), .noNumber("4o203"),
            .noSuchNumber(7), .onlySimilar("Grill"), .several("Grill", count: 3),
            .elsewhere("Grill", count: 1, than: "Boston"), .elsewhere("Grill", count: 2, than: "Boston"),
            .contradictory("Carbone, Resy venue 7"), .notThere(7, place: "Boston"),
            .unsurePlace("Grill", place: "LoHi"), .hitUnread("Grill"), .unknownPlace("Atlantis"),
            .whereAreYou("near me"), .severalPlaces("Portland", ["Portland, OR", "Portland, ME"]), .tooWide("Texas"),
            .unknownPlaceAndName(place: "Atlantis", name: "Grill"), .notFound("Grill", place: nil),
            .notFound("Grill", place: "Denver"), .otherNames("Grill", place: nil), .maybe(Samples.venue),
        ] + absences.map { .absence($0) } + [.sizes(sizes)]

    static let venueAdvice: [VenueAdvice] = [
        .giveName, .giveLinkOrName, .giveItsOwnLink, .copyNumber, .giveNumber(7), .askForNumber, .askWhich,
        .askWhetherElsewhere, .askWhetherOther(orLookAt: url), .dropPlace, .givePlace, .sayWhere,
        .sayWhichPlace(["Portland, OR", "Portland, ME"]), .checkSpelling,
        .checkSpellingOrLook(at: url, mayAddPlace: true), .checkSpellingOrLook(at: url, mayAddPlace: false),
        .checkLink(orLookAt: url), .checkNumber,
    ]

    static let venueRemarks: [VenueRemark] = [
        .readAs(said: "Gril", name: "Grill"), .hitUnread, .unsurePlace("LoHi"), .inUsualCity("Joe's", city: "Chicago"),
        .withoutGoogle(.places(.late), []),
        .withoutGoogle(.places(.late), [.places(.checkKey)]),
    ]

    static let absences: [Absence] = [
        .onTock, .closed(until: Samples.day),
    ]

    static let sizes = PartySizes(smallest: 2, largest: 6)
}
