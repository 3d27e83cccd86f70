extension CurlEngine: CookieKeeping {}
