/// The flags of `resy-sandbox`.
struct Options {
    var port: UInt16 = 0
    var controlPort: UInt16 = 0
    var tlsPort: UInt16 = 0
    var delay = 0
    var recording: String?
    var webPort: UInt16 = 0
    var hasSite = false
    var hasTLS = false
    var exitsWithStdin = false
    var isDemo = false
    var hasAllCities = false
    var crowd = 0
    var wantsHelp = false

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static let help = """
        resy-sandbox: a simulated Resy and Google Places on 127.0.0.1

          --port PORT           of the API (default: chosen by the kernel)
          --control-port PORT   of the control surface
          --delay MS            before every answer
          --tls                 also TLS with HTTP/2 (needs nghttpx and openssl); --tls-port PORT to choose its port
          --web                 also the web site (needs node-react and node-react-dom); --web-port PORT likewise
          --replay DIR          answers that `resy-mcp doctor --live --record DIR` kept, in place of its own
          --all-cities          /3/location/config with its 2,135 places and 2.8 MB, not the cast's cities alone
          --crowd N             N more Italian restaurants in New York with 150 slots a day each, for huge searches
          --demo                Sam has been out to dinner before
          --exit-with-stdin     end when stdin does

        Prints one line of JSON when ready: url, control; with --tls also tls_url and cacert; with --web also web, the
        site on plain loopback; with both also web_tls_url, api_tls_url, spki and resolver_rules, for Chromium's
        --ignore-certificate-errors-spki-list (together with --user-data-dir) and --host-resolver-rules. Ends on SIGTERM
        and SIGINT. Account: sam@example.com, password "correct horse battery", Visa 4242. Google key: sandbox-places-key.

        The cast: some 80 restaurants, most in New York, at least six each in Chicago, Los Angeles and London. Italian in
        the West Village of every kind (free at eight, early and late alone, sold out, captcha, Tock, members only, at a
        fee, deposit or prepaid); Semma, Silent Orchard, Tamarisk, Halcyon Room, Vesper Hill and Mensis each open their
        days in another way. GET CONTROL/venues has them all.

        At CONTROL: GET counts has the requests of each endpoint since the last POST look, and the most_in_flight of
        each. POST switches takes, for searches: searchMatching (fuzzy, words, anyWord), searchSlots and searchTemplates
        (all, some, none), timeFilterMinutes, wrapsHits, highlights, cuisineIsText; for the city list: cities (cast, full,
        cut, missing); for limits: findLimit, searchLimit, looksLimit, findLimitWarnings; for slowness: delays
        ({"search": MS}), findDelays ({"6194": MS}), silentVenues ([6194]). POST fault {"fault": "truncate", "on":
        "search"} breaks a search in the middle. All of CONTROL is told in Tests/SandboxKit/Control.swift.
        """

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        func value<Number: FixedWidthInteger>(of flag: String) throws -> Number {
            guard let text = rest.popFirst(), let number = Number(text) else {
                throw Failure(description: "\(flag) wants a number")
            }
            return number
        }
        while let flag = rest.popFirst() {
            switch flag {
            case "--port": port = try value(of: flag)
            case "--control-port": controlPort = try value(of: flag)
            case "--tls-port": tlsPort = try value(of: flag)
            case "--replay":
                recording = rest.popFirst()
                if recording == nil { throw Failure(description: "--replay wants a folder") }
            case "--delay": delay = try value(of: flag)
            case "--web-port": webPort = try value(of: flag)
            case "--web": hasSite = true
            case "--tls": hasTLS = true
            case "--demo": isDemo = true
            case "--all-cities": hasAllCities = true
            case "--crowd": crowd = try value(of: flag)
            case "--exit-with-stdin": exitsWithStdin = true
            case "--help", "-h": wantsHelp = true
            default: throw Failure(description: "unknown flag \(flag); see --help")
            }
        }
    }
}
