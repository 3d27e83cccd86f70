@testable import ResyDomain
import ResyNative

/// One of every fact.
enum Examples {
    static let moment = Instant(seconds: 1_800_000_000)
    static let url = "https://resy.com/x"

    static var all: [any Sendable] { findings + advice + remarks + steps + subjects + readings }

    static let findings: [Finding] = [
        service.map { .service($0) }, network.map { .network($0) }, signIn.map { .signIn($0) },
        browser.map { .browser($0) }, files.map { .files($0) }, places.map { .places($0) },
        arguments.map { .argument($0) }, program.map { .program($0) }, checkUp.map { .checkUp($0) },
        venue.map { .venue($0) }, placeFindings.map { .venue($0) }, searchFindings.map { .search($0) },
        watchFindings.map { .watch($0) },
        dates.map { .date(.unreadable($0)) }, time.map { .time($0) },
        booking.map { .booking($0) }, held.map { .held($0) }, yes.map { .yes($0) }, cancelling.map { .cancelling($0) },
        notify.map { .notify($0) },
        changing.map { .changing($0) },
        [.together([.signIn(.nobody), .places(.late)])],
    ].flatMap { $0 }

    static let advice: [Advice] = [
        serviceAdvice.map { .service($0) }, networkAdvice.map { .network($0) }, signInAdvice.map { .signIn($0) },
        browserAdvice.map { .browser($0) }, fileAdvice.map { .files($0) }, [.places(.checkKey)],
        argumentAdvice.map { .argument($0) }, programAdvice.map { .program($0) },
        checkUpAdvice.map { .checkUp($0) }, venueAdvice.map { .venue($0) }, placeAdvice.map { .venue($0) },
        searchAdvice.map { .search($0) }, watchAdvice.map { .watch($0) },
        dates.map { .date(.insteadOf($0)) }, timeAdvice.map { .time($0) }, deedAdvice.map { .deed($0) },
        notifyAdvice.map { .notify($0) },
    ].flatMap { $0 }

    static let remarks: [Remark] =
        venueRemarks.map { .venue($0) } + evening.map { .evening($0) } + list.map { .list($0) }
        + bookingRemarks.map { .booking($0) } + yesRemarks.map { .yes($0) }
        + cancellationRemarks.map { .cancelling($0) } + changeRemarks.map { .changing($0) }
        + searchRemarks.map { .search($0) }
        + notifyRemarks.map { .notify($0) }
        + watchRemarks.map { .watch($0) } + [
            .signIn(.unproved(because: .places(.late), [.network(.tryAgain)])),
            .failure(.places(.late), [.network(.tryAgain)]),
            .together([.booking(.bookedBefore), .booking(.notRecorded)]),
        ]

}
