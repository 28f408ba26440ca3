@keys
Feature: The dialect says which field carries the long PIN block of a terminal with SM4 keys

  Scenario: F52 has 16 bytes, the track goes in clear and the PIN is not bound to the card number
    Given the estate "sm4_fields.conf"
    And T1 starts signed-in
    And card A starts with a balance of 100.00 yuan
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F52 present and F62 absent
    And the last 0200 from T1 has F53 1300000000000000
    And the last 0200 from T1 has a good MAC
    And the balance of card A is 75.00 yuan
    And no wire carries the PIN in clear
