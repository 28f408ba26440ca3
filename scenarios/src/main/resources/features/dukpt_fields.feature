@keys
Feature: The dialect says which fields carry the KSN and the long PIN block of a terminal under DUKPT

  Scenario: The dialect says which fields carry KSN and long PIN block
    Given the estate "dukpt_fields.conf"
    And T1 starts signed-in
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F58 987654320000000100000001 and F57 absent
    And the last 0200 from T1 has F52 present and F62 absent

  Scenario Outline: A dialect of CMAC with the KSN in F63: <scheme>
    Given the estate "dukpt_cmac.conf"
    And T1 starts signed-in
    And T1 follows the policy keyScheme = <scheme>
    And the next 0210 to T1 is delivered with one bit of F38 flipped
    When the clerk sells goods for 25.00 yuan with card A
    Then the last 0200 from T1 has F63 <ksn> and F57 absent
    And the last 0200 from T1 has a good MAC
    And T1 holds a reversal record with reason A0
    When the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved

    Examples:
      | scheme    | ksn                      |
      | dukptTdes | FFFF9876540000200001     |
      | dukptAes  | 987654320000000100000001 |
