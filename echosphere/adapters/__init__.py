"""The world as it is: each adapter fulfils one port and translates foreign errors once."""
