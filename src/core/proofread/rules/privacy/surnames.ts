/** Common surnames, as a character class: with a title beside it, two or three characters that begin so are a person. */
export const surname =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹喻柏章苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤殷毕郝傅卞齐康余顾孟黄穆萧尹姚邵汪毛米戴宋庞熊纪舒屈祝董梁杜阮蓝贾江颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房裘丁邓郁洪诸左石崔龚程邢裴陆翁荀惠曲封储靳段焦巴牧谷侯班仰仲伊宫宁仇栾甘厉武符刘詹束叶司黎白蒲卓蔺池乔胥闻党翟谭姬申冉桑桂牛晏柴瞿阎慕茹艾鱼廖衡耿文寇东欧蔚隆巩聂晁勾敖融冷辛阚饶曾沙丰荆游盖]'
