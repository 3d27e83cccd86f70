@testable import ResyDomain
import ResyNative

extension Examples {
    private static let reasons: [FileFault.Reason] = [
        .system("No such file or directory"), .tooLarge(megabytes: 64), .notFolder, .notPlainFile, .noFile,
        .linkToNowhere, .anotherUsers, .anotherUsersFolder, .vanished, .noKey, .notOfItsKey, .otherContents,
        .keyMissing(path: "/k"),
    ]
    private static let acts: [FileFault.Act] = [
        .reading, .writing, .removing, .opening, .using, .locking, .lookingAt, .makingFolder, .settingMode,
    ]
    private static let kinds: [FileFault.Kind] = [
        .absent, .exists, .denied, .readOnly, .full, .notPlain, .foreign, .damaged, .other(5),
    ]

    static let files: [FileFinding] =
        reasons.map { .fault(FileFault(.reading, "/f", .damaged, $0)) }
        + acts.map { .fault(FileFault($0, "/f", .damaged, .vanished)) }
        + kinds.map { .fault(FileFault(.reading, "/f", $0, .vanished)) }
        + [DatabaseFault]([
            .locked, .full, .readOnly, .damaged, .foreign, .failed(code: 10), .newer(version: 99), .moved,
        ]).map { .database(path: "/home/x/resy.db", $0) } + [
            .readOnly(path: "/f", mode: 0o444), .changedMeanwhile(path: "/f"),
            .tightened(path: "/f", from: 0o644, to: 0o600), .notWritableFolder(path: "/d"),
            .certificatesUnread(path: "/ca.pem", .noFile), .noCertificates(path: "/ca.pem"),
        ]

    static let fileAdvice: [FileAdvice] =
        kinds.map { .ofHome($0) } + kinds.map { .ofAnotherProgram($0) } + [
            .closeOthers, .makeRoom, .checkFolder, .runDoctor, .updateOrMove, .moveHome, .startAnew,
            .nothingSentCallAgain, .allowWriting(path: "/it's"), .quitTheApp, .nameAnother, .nameAnotherFolder,
            .correctBundle, .bundleForm,
        ]

    static let arguments: [ArgumentFinding] = [
        .unknown(names: ["a"]), .unknown(names: ["a", "b"]), .missing(name: "date"), .empty(name: "password"),
        .tooLong(name: "date"), .tooMany(name: "dates"), .halfACharacter(name: "date"),
        .wrongKind(name: "date", .text, given: "[1]"),
        .wrongKind(name: "confirm_token", .text, given: nil), .wrongKind(name: "party_size", .wholeNumber, given: "x"),
        .wrongKind(name: "include_past", .flag, given: "x"), .disputed(name: "date", versions: ["1", "2"]),
        .disputed(name: "confirm_token", versions: nil), .outOfRange(name: "party_size", 99),
        .unknownOccasion(name: "occasion", given: "wedding"), .noSuchChoice(name: "detail", given: "most"),
        .secretOfWrongKind(name: "password"), .disputedSecret(name: "password"),
        .noAddress(name: "email"), .party(0), .flexibility(1441),
        .neither(name: "restaurant_name", nor: "confirmation_id"),
        .noneOf(names: ["query", "restaurants", "location"]), .wrongKind(name: "dates", .texts, given: "1"),
        .wrongKind(name: "max_fee", .amount, given: "-1"),
    ]

    static let argumentAdvice: [ArgumentAdvice] = [
        .allowed(names: ["date", "time"]), .give(name: "date", example: "Saturday"), .copyOnceMore(name: "date"),
        .atMost(characters: 80), .fewer(most: 30), .giveOneOf(names: ["query", "restaurants", "location"]),
        .useOccasion(["birthday", "date"]), .within(1...50),
        .giveAs(name: "date", .text), .giveOnceAs(name: "date", .text), .addressForm, .loginOrPassword, .listAndAsk,
        .partySizes, .flexibilities,
    ]

    private static let overdue: [ProgramFinding.Overdue] = [.read, .booking, .cancellation, .change, .signIn, .notify]
    private static let listFaults: [ServerListFault] = [
        .taken(name: "resy", by: OtherServer(words: ["npx", "-y", "resy-mcp"], variables: ["RESY_TOKEN"])),
        .taken(name: "resy", by: OtherServer(words: ["podman", "run", "…"], isContainerOfOurs: true)),
        .taken(name: "resy", by: OtherServer(words: [], host: "https://resy.example")),
        .syntax(reason: "no value", offset: 3), .notAnObject,
        .wrongKind(member: "mcpServers", wanted: "an object"), .noTable(member: "mcp_servers"), .tooDeep,
    ]

    static let program: [ProgramFinding] =
        overdue.map { .overdue($0) } + [
            .lookedEnough(.now), .lookedEnough(.today), .crowded, .switchedOff(.book), .switchedOff(.cancel),
            .switchedOff(.change),
            .unexpected(type: "Oddity"),
            .noUserFolder(app: "Claude Desktop"), .pathUnknown, .keyRefused, .noAnswer,
            .severalVenues(name: "Carbone"), .noVenue(name: "Carbone"),
        ] + listFaults.map { .serverList(path: "/c.json", $0) }

    static let programAdvice: [ProgramAdvice] =
        overdue.map { .afterOverdue($0) } + [
            .nothingSentTryAgain, .waitOrRaiseBudget(until: moment.adding(40)), .leaveOutReadOnly, .runDoctor, .setHome,
            .addByHandWithPath,
            .correctKey, .tryAgain,
            .givePage,
        ] + listFaults.map { .mendServerList($0, orElse: .add) } + [
            .mendServerList(.tooDeep, orElse: .remove),
            .mendServerList(.taken(name: "resy", by: OtherServer(words: ["npx"])), orElse: .remove),
        ]
}
